using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using WebApp.Portal;

namespace WebApp.Tests;

/// <summary>The application over a client that responds as the test says.</summary>
public sealed class FakeTests : IDisposable
{
    private readonly FakePortalClient _portal = new();
    private readonly WebApplicationFactory<Program> _factory;

    public FakeTests() =>
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.ConfigureTestServices(services => services.AddSingleton<IPortalClient>(_portal))
        );

    [Fact]
    public async Task Accounts_of_all_pages_are_listed()
    {
        _portal
            .ListAccounts.Returns(
                new ListAccountsResponse
                {
                    AccountList = [new AccountInfo { AccountId = "111111111111", AccountName = "one" }],
                    NextToken = "next",
                }
            )
            .ThenReturns(
                new ListAccountsResponse
                {
                    AccountList = [new AccountInfo { AccountId = "222222222222", AccountName = "two" }],
                }
            );
        using HttpClient http = _factory.CreateClient();
        http.DefaultRequestHeaders.Add("X-Access-Token", "token");

        string accounts = await http.GetStringAsync("/accounts", TestContext.Current.CancellationToken);

        Assert.Equal("""[{"id":"111111111111","name":"one"},{"id":"222222222222","name":"two"}]""", accounts);
    }

    [Fact]
    public async Task A_token_that_the_portal_does_not_know_is_refused()
    {
        _portal.ListAccounts.Throws(new UnauthorizedException("Session token not found or invalid"));
        using HttpClient http = _factory.CreateClient();
        http.DefaultRequestHeaders.Add("X-Access-Token", "token");

        using HttpResponseMessage response = await http.GetAsync("/accounts", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    public void Dispose()
    {
        _factory.Dispose();
        _portal.Dispose();
    }
}
