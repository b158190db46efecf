using RichardSzalay.MockHttp;
using SsoOidc.Portal;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Client;

public sealed class PaginationTests : IDisposable
{
    private const string Accounts = "https://portal.sso.us-west-2.amazonaws.com/assignment/accounts";

    private readonly MockHttpMessageHandler _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task Items_come_from_all_pages_and_a_page_is_asked_for_only_when_it_is_needed()
    {
        _service
            .When(Accounts)
            .WithExactQueryString("max_result=2")
            .Respond("application/json", """{"accountList":[{"accountId":"1"},{"accountId":"2"}],"nextToken":"a=b"}""");
        MockedRequest second = _service
            .When(Accounts)
            .WithQueryString("next_token", "a=b")
            .Respond("application/json", """{"accountList":[{"accountId":"3"}]}""");
        using SsoPortalClient client = Client();
        List<string?> ids = [];

        await foreach (
            AccountInfo account in client.ListAccountsItemsAsync(
                new ListAccountsRequest { AccessToken = "tok", MaxResults = 2 }
            )
        )
        {
            ids.Add(account.AccountId);
            Assert.Equal(ids.Count < 3 ? 0 : 1, _service.GetMatchCount(second));
        }

        Assert.Equal(["1", "2", "3"], ids);
    }

    [Fact]
    public async Task A_page_that_leads_to_itself_is_an_error()
    {
        _service.When(Accounts).Respond("application/json", """{"accountList":[],"nextToken":"same"}""");
        using SsoPortalClient client = Client();

        await Assert.ThrowsAsync<PaginationException>(async () =>
        {
            await foreach (
                ListAccountsResponse _ in client.ListAccountsPagesAsync(new ListAccountsRequest { AccessToken = "tok" })
            ) { }
        });
    }

    [Fact]
    public void The_client_says_what_comes_in_pages()
    {
        Assert.Equal(["ListAccountRoles", "ListAccounts"], SsoPortalClient.PaginatorNames);
        Assert.True(SsoPortalClient.CanPaginate("ListAccounts"));
        Assert.False(SsoPortalClient.CanPaginate("Logout"));
        Assert.Empty(SsoOidcClient.WaiterNames);
    }

    private SsoPortalClient Client() =>
        new(
            _service.ToHttpClient(),
            new ServiceClientOptions { Region = "us-west-2", Environment = new AwsEnvironment(Path.GetTempPath()) }
        );
}
