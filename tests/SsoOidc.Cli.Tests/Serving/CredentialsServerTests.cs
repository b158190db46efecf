using System.Globalization;
using System.Text.Json;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli.Tests.Serving;

public sealed class CredentialsServerTests
{
    private static readonly AwsCredentials s_credentials = new("access-key", "secret-key", "session-token")
    {
        Expiration = new DateTimeOffset(2026, 1, 31, 10, 30, 0, TimeSpan.FromHours(2)),
        AccountId = "111111111111",
    };

    private readonly List<string> _warnings = [];

    [Fact]
    public async Task Whoever_knows_the_token_gets_the_credentials()
    {
        await using CredentialsServer server = await StartAsync(() => s_credentials);

        using HttpResponseMessage response = await SendAsync(server, HttpMethod.Get, server.Token);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal(
            """{"AccessKeyId":"access-key","SecretAccessKey":"secret-key","Token":"session-token","Expiration":"2026-01-31T08:30:00Z","AccountId":"111111111111"}""",
            await ReadAsync(response)
        );
        Assert.Empty(_warnings);
    }

    [Fact]
    public async Task Lasting_keys_are_served_for_an_hour()
    {
        await using CredentialsServer server = await StartAsync(() => new AwsCredentials("access-key", "secret-key"));
        DateTime before = DateTime.UtcNow;

        using HttpResponseMessage response = await SendAsync(server, HttpMethod.Get, server.Token);

        using JsonDocument document = JsonDocument.Parse(await ReadAsync(response));
        string expiration = document.RootElement.GetProperty("Expiration").GetString()!;
        Assert.Equal(
            $$"""{"AccessKeyId":"access-key","SecretAccessKey":"secret-key","Token":"","Expiration":"{{expiration}}"}""",
            document.RootElement.GetRawText()
        );
        Assert.InRange(
            DateTime.Parse(expiration, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal),
            before.AddHours(1).AddSeconds(-1),
            DateTime.UtcNow.AddHours(1)
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("guess")]
    public async Task Nobody_else_gets_any(string? token)
    {
        await using CredentialsServer server = await StartAsync(() => s_credentials);

        using HttpResponseMessage response = await SendAsync(server, HttpMethod.Get, token);

        await AssertRefusedAsync(
            response,
            401,
            """{"code":"Unauthorized","message":"The header Authorization does not hold the token"}"""
        );
    }

    [Theory]
    [InlineData("localhost", null, 200)]
    [InlineData("127.0.0.1", null, 200)]
    [InlineData("example.com", null, 403)]
    [InlineData("127.0.0.1", 1, 403)]
    [InlineData("localhost", 1, 403)]
    public async Task A_page_that_calls_this_machine_by_another_name_gets_nothing(string host, int? port, int status)
    {
        await using CredentialsServer server = await StartAsync(() => s_credentials);

        using HttpResponseMessage response = await SendAsync(
            server,
            HttpMethod.Get,
            server.Token,
            $"{host}:{port ?? server.Address.Port}"
        );

        Assert.Equal(status, (int)response.StatusCode);
        if (status != 200)
        {
            await AssertRefusedAsync(
                response,
                403,
                """{"code":"Forbidden","message":"The request is for another host"}"""
            );
        }
    }

    [Fact]
    public async Task Credentials_are_only_read()
    {
        await using CredentialsServer server = await StartAsync(() => s_credentials);

        using HttpResponseMessage response = await SendAsync(server, HttpMethod.Post, server.Token);

        await AssertRefusedAsync(
            response,
            405,
            """{"code":"MethodNotAllowed","message":"Credentials are read with GET"}"""
        );
    }

    [Fact]
    public async Task A_sign_in_that_has_ended_is_told_and_not_worth_a_retry()
    {
        SsoSession session = new()
        {
            StartUrl = "https://d-1.awsapps.com/start",
            Region = "eu-central-1",
            Name = "dev",
        };
        await using CredentialsServer server = await StartAsync(() =>
            throw new SignInRequiredException(session, "There is no token.")
        );

        using HttpResponseMessage response = await SendAsync(server, HttpMethod.Get, server.Token);

        await AssertRefusedAsync(response, 403, """{"code":"sign_in_required","message":"There is no token."}""");
        Assert.Equal(["There is no token. Sign in with 'ssooidc login --session dev'."], _warnings);
    }

    [Fact]
    public async Task Another_failure_is_worth_a_retry()
    {
        await using CredentialsServer server = await StartAsync(() => throw new TimeoutException("It took too long."));

        using HttpResponseMessage response = await SendAsync(server, HttpMethod.Get, server.Token);

        await AssertRefusedAsync(response, 500, """{"code":"failed","message":"It took too long."}""");
        Assert.Equal(["It took too long. "], _warnings);
    }

    [Fact]
    public async Task What_programs_need_is_said_to_people_and_to_scripts()
    {
        await using CredentialsServer server = await StartAsync(() => s_credentials);
        TestConsole plain = TestConsole.Plain();
        TestConsole json = TestConsole.Plain();

        ServerView.Write(plain.Console, server, "profile admin", json: false);
        ServerView.Write(json.Console, server, "profile admin", json: true);

        Assert.Matches("^[0-9a-f]{64}$", server.Token);
        Assert.Equal($"http://127.0.0.1:{server.Address.Port}/credentials", server.Address.AbsoluteUri);
        Assert.Equal(
            $"""
            Credentials of profile admin are served until Ctrl+C, to programs with these variables:
              export AWS_CONTAINER_CREDENTIALS_FULL_URI={server.Address}
              export AWS_CONTAINER_AUTHORIZATION_TOKEN={server.Token}

            """.ReplaceLineEndings("\n"),
            plain.Text
        );
        Assert.Equal(
            $$"""
            {
              "AWS_CONTAINER_CREDENTIALS_FULL_URI": "{{server.Address}}",
              "AWS_CONTAINER_AUTHORIZATION_TOKEN": "{{server.Token}}"
            }

            """.ReplaceLineEndings("\n"),
            json.Text
        );
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<CredentialsServer> StartAsync(Func<AwsCredentials> get) =>
        CredentialsServer.StartAsync(new Provider(get), port: 0, _warnings.Add, Cancellation);

    private static async Task<HttpResponseMessage> SendAsync(
        CredentialsServer server,
        HttpMethod method,
        string? token,
        string? host = null
    )
    {
        using HttpClient http = new();
        using HttpRequestMessage request = new(method, server.Address);
        request.Headers.Host = host;
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        return await http.SendAsync(request, Cancellation);
    }

    private static Task<string> ReadAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(Cancellation);

    private static async Task AssertRefusedAsync(HttpResponseMessage response, int status, string body)
    {
        Assert.Equal((status, body), ((int)response.StatusCode, await ReadAsync(response)));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
    }

    private sealed class Provider(Func<AwsCredentials> get) : IAwsCredentialsProvider
    {
        public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
        {
            try
            {
                return ValueTask.FromResult(get());
            }
            catch (Exception exception)
            {
                return ValueTask.FromException<AwsCredentials>(exception);
            }
        }
    }
}
