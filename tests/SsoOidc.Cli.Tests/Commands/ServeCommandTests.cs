using System.Net;
using System.Text.Json;

namespace SsoOidc.Cli.Tests.Commands;

public class ServeCommandTests
{
    [Fact]
    public async Task Whoever_knows_the_token_gets_credentials_and_nobody_else()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        using ChildProcess server = home.Start("serve", "--profile", "admin");
        (Uri address, string token) = await ReadAsync(server);
        using HttpClient http = new();

        using HttpResponseMessage allowed = await SendAsync(http, address, token);
        using HttpResponseMessage unknown = await SendAsync(http, address, token + "x");
        using HttpResponseMessage anonymous = await SendAsync(http, address, token: null);
        using HttpResponseMessage foreign = await SendAsync(http, address, token, host: "rebound.example");

        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        using JsonDocument document = JsonDocument.Parse(await allowed.Content.ReadAsStringAsync(Cancellation));
        Assert.StartsWith(
            "ASIA",
            document.RootElement.GetProperty("AccessKeyId").GetString(),
            StringComparison.Ordinal
        );
        Assert.NotEmpty(document.RootElement.GetProperty("Token").GetString()!);
        Assert.Equal("111111111111", document.RootElement.GetProperty("AccountId").GetString());
        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden],
            new[] { unknown, anonymous, foreign }.Select(static response => response.StatusCode)
        );
    }

    [Fact]
    public async Task Ctrl_C_ends_it()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        using ChildProcess server = home.Start("serve", "--profile", "admin", "--json");
        await server.ReadLineAsync(static line => line == "}");

        server.Interrupt();

        Assert.Equal(ExitCode.Success, (await server.WaitAsync()).ExitCode);
    }

    [Fact]
    public async Task Without_a_session_nothing_is_served()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);

        CliResult result = await home.RunAsync("serve", "--profile", "admin");

        Assert.Equal((ExitCode.SignInRequired, ""), (result.ExitCode, result.Output));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<(Uri Address, string Token)> ReadAsync(ChildProcess server)
    {
        const string Endpoint = "  export AWS_CONTAINER_CREDENTIALS_FULL_URI=";
        const string Token = "  export AWS_CONTAINER_AUTHORIZATION_TOKEN=";
        string? address = await server.ReadLineAsync(static line =>
            line.StartsWith(Endpoint, StringComparison.Ordinal)
        );
        string? token = await server.ReadLineAsync(static line => line.StartsWith(Token, StringComparison.Ordinal));
        return (new Uri(address![Endpoint.Length..]), token![Token.Length..]);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient http,
        Uri address,
        string? token,
        string? host = null
    )
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.Host = host;
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        return await http.SendAsync(request, Cancellation);
    }
}
