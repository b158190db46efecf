using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class PortalTests
{
    [Fact]
    public async Task Accounts_come_page_by_page()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync(time => new EmulatorOptions
        {
            TimeProvider = time,
            PortalPageSize = 2,
        });
        string token = await AccessTokenAsync(harness);

        EmulatorResponse first = await harness.PortalAsync("assignment/accounts?max_result=100", token);
        string next = Uri.EscapeDataString(first.Text("nextToken"));
        EmulatorResponse second = await harness.PortalAsync($"assignment/accounts?next_token={next}", token);

        Assert.Equal(["111111111111", "222222222222"], Ids(first));
        Assert.Equal(["333333333333"], Ids(second));
        Assert.False(second.Json.ContainsKey("nextToken"));
        Assert.Equal("Sandbox", (string?)first.Json["accountList"]![0]!["accountName"]);
        Assert.Equal("sandbox@example.com", (string?)first.Json["accountList"]![0]!["emailAddress"]);

        static IEnumerable<string?> Ids(EmulatorResponse page) =>
            page.Json["accountList"]!.AsArray().Select(account => (string?)account!["accountId"]);
    }

    [Fact]
    public void Without_a_setting_there_are_three_accounts() =>
        Assert.Equal(
            [
                "111111111111 Sandbox sandbox@example.com AdministratorAccess ReadOnlyAccess",
                "222222222222 Staging staging@example.com PowerUserAccess ReadOnlyAccess",
                "333333333333 Production production@example.com ReadOnlyAccess",
            ],
            new EmulatorOptions().Accounts.Select(static account =>
                $"{account.Id} {account.Name} {account.EmailAddress} {string.Join(' ', account.Roles)}"
            )
        );

    [Fact]
    public async Task Roles_of_an_account_honour_the_limit()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        string token = await AccessTokenAsync(harness);

        EmulatorResponse page = await harness.PortalAsync(
            "assignment/roles?account_id=111111111111&max_result=1",
            token
        );

        JsonNode role = Assert.Single(page.Json["roleList"]!.AsArray())!;
        Assert.Equal("AdministratorAccess", (string?)role["roleName"]);
        Assert.Equal("111111111111", (string?)role["accountId"]);
        Assert.NotEmpty(page.Text("nextToken"));
    }

    [Fact]
    public async Task Role_credentials_expire_in_epoch_milliseconds()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse answer = await harness.PortalAsync(
            "federation/credentials?role_name=ReadOnlyAccess&account_id=333333333333",
            await AccessTokenAsync(harness)
        );

        JsonNode credentials = answer.Json["roleCredentials"]!;
        Assert.Matches("^ASIA[A-Z2-7]{16}$", (string?)credentials["accessKeyId"]);
        Assert.NotEmpty((string)credentials["secretAccessKey"]!);
        Assert.NotEmpty((string)credentials["sessionToken"]!);
        Assert.Equal(harness.Time.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds(), (long)credentials["expiration"]!);
    }

    [Theory]
    [InlineData("assignment/accounts?max_result=0", 400, "InvalidRequestException")]
    [InlineData("assignment/accounts?max_result=101", 400, "InvalidRequestException")]
    [InlineData("assignment/accounts?next_token=made-up", 400, "InvalidRequestException")]
    [InlineData("assignment/roles", 400, "InvalidRequestException")]
    [InlineData("assignment/roles?account_id=999999999999", 404, "ResourceNotFoundException")]
    [InlineData("federation/credentials?account_id=111111111111", 400, "InvalidRequestException")]
    [InlineData(
        "federation/credentials?account_id=333333333333&role_name=AdministratorAccess",
        404,
        "ResourceNotFoundException"
    )]
    public async Task A_wrong_portal_request_is_refused_with_a_message(string path, int status, string exceptionName)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();

        EmulatorResponse answer = await harness.PortalAsync(path, await AccessTokenAsync(harness));

        Assert.Equal(status, answer.Status);
        Assert.StartsWith($"{exceptionName}:", answer.Header("x-amzn-ErrorType"));
        Assert.NotEmpty(answer.Text("message"));
    }

    [Fact]
    public async Task An_access_token_expires_and_another_scope_does_not_open_the_portal()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject openid = await harness.RegisterAsync(request => request["scopes"] = new JsonArray("openid"));
        string unscoped = (await harness.SignInAsync(openid)).Text("accessToken");
        string token = await AccessTokenAsync(harness);

        Assert.Equal(401, (await harness.PortalAsync("assignment/accounts", unscoped)).Status);
        Assert.Equal(200, (await harness.PortalAsync("assignment/accounts", token)).Status);

        harness.Time.Advance(TimeSpan.FromHours(8));
        EmulatorResponse expired = await harness.PortalAsync("assignment/accounts", token);
        Assert.Equal(401, expired.Status);
        Assert.StartsWith("UnauthorizedException:", expired.Header("x-amzn-ErrorType"));
    }

    [Fact]
    public async Task Logout_ends_access_and_refresh()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        JsonObject client = await harness.RegisterAsync();
        EmulatorResponse tokens = await harness.SignInAsync(client);
        (string, string) bearer = ("x-amz-sso_bearer_token", tokens.Text("accessToken"));

        EmulatorResponse logout = await harness.SendAsync(HttpMethod.Post, "logout", bearer);

        Assert.Equal(200, logout.Status);
        Assert.Empty(logout.Body);
        Assert.Equal(401, (await harness.SendAsync(HttpMethod.Post, "logout", bearer)).Status);
        Assert.Equal("invalid_grant", (await harness.RefreshAsync(client, tokens.Text("refreshToken"))).Text("error"));
    }

    private static async Task<string> AccessTokenAsync(EmulatorHarness harness) =>
        (await harness.SignInAsync(await harness.RegisterAsync())).Text("accessToken");
}
