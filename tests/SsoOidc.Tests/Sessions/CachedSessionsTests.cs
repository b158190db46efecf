using System.Text;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Sessions;

public sealed class CachedSessionsTests : IDisposable
{
    private const string StartUrl = "https://d-abc123.awsapps.com/start";

    // The registration files of AWS CLI v2: without and with a session's name and scopes.
    private const string CliRegistration = "d75f79f67bab3f92a2b1450471c0c2574de0dca4";
    private const string CliRegistrationOfAdmin = "4e0b35ce126fbacfad7c16ce93ffe85ce6cafeed";

    private const string Registration =
        """{"clientId": "client-1", "clientSecret": "s", "expiresAt": "2030-01-01T00:00:00Z"}""";

    private readonly TempFolder _folder = new();
    private readonly FileTokenStore _store;

    public CachedSessionsTests() => _store = new FileTokenStore(_folder.Path);

    [Theory]
    [InlineData(StartUrl, CliRegistration, "", null)]
    [InlineData("admin", CliRegistrationOfAdmin, """, "scopes": ["sso:account:access"]""", "admin")]
    public async Task A_token_that_the_AWS_CLI_got_is_told_by_its_registration_file(
        string key,
        string registrationFile,
        string scopes,
        string? name
    )
    {
        await WriteAsync(CacheKeys.Token(key), Token("client-1"));
        await WriteAsync(
            registrationFile,
            $$"""{"clientId": "client-1", "clientSecret": "s", "expiresAt": "2030-01-01T00:00:00Z"{{scopes}}}"""
        );

        CachedSession session = Assert.Single(await ListAsync());

        Assert.Equal("AWS CLI", session.WrittenBy);
        Assert.Equal(name, session.Name);
        Assert.Equal(StartUrl, session.Token.StartUrl);
    }

    [Fact]
    public async Task A_token_of_a_client_that_is_not_known_has_no_writer()
    {
        await WriteAsync(CacheKeys.Token("admin"), Token("client-2"));
        await WriteAsync(
            CliRegistrationOfAdmin,
            """{"clientId": "client-1", "clientSecret": "s", "expiresAt": "2030-01-01T00:00:00Z"}"""
        );

        Assert.Null(Assert.Single(await ListAsync()).WrittenBy);
    }

    [Fact]
    public async Task What_is_no_token_is_left_out()
    {
        await WriteAsync("broken", "{");
        await WriteAsync("other", """{"a": 1}""");

        Assert.Empty(await ListAsync());
    }

    [Theory]
    [InlineData("ssooidc-device", "ssooidc")]
    [InlineData("ssooidc-browser", "ssooidc")]
    [InlineData("botocore", "AWS CLI")]
    [InlineData("other", null)]
    public async Task Whoever_wrote_a_token_is_told_by_the_registration_that_it_belongs_to(string tool, string? writer)
    {
        SsoSession session = new()
        {
            Name = "admin",
            StartUrl = StartUrl,
            Region = "us-west-2",
        };
        await WriteAsync(CacheKeys.Token("admin"), Token("client-1"));
        await WriteAsync(CacheKeys.Registration(session, "us-west-2", tool), Registration);

        CachedSession listed = Assert.Single(await ListAsync());

        Assert.Equal(("admin", writer), (listed.Name, listed.WrittenBy));
        Assert.Equal(_store.PathOf(CacheKeys.Token("admin")), listed.File);
    }

    [Theory]
    [InlineData("startUrl")]
    [InlineData("region")]
    public async Task A_token_that_does_not_say_where_it_is_from_has_no_writer(string member)
    {
        await WriteAsync(CacheKeys.Token(StartUrl), Token("client-1").Replace($"\"{member}\"", "\"other\""));
        await WriteAsync(CliRegistration, Registration);

        Assert.Null(Assert.Single(await ListAsync()).WrittenBy);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_and_what_is_no_entry_is_not()
    {
        List<string> warnings = [];
        await WriteAsync("broken", "{");
        await WriteAsync("other", """{"a": 1}""");
        await WriteAsync("half", """{"clientSecret": "s"}""");

        Assert.Empty(await CachedSessions.ListAsync(_store, Config(), warnings.Add));

        Assert.Equal(
            [
                $"{_store.PathOf("broken")} is skipped: it is not a JSON object of Unicode text with distinct members.",
                $"{_store.PathOf("half")} is skipped: its member 'clientId' is missing, empty or not a string.",
            ],
            warnings
        );
        await Assert.ThrowsAsync<ArgumentNullException>("config", () => CachedSessions.ListAsync(_store, null!));
    }

    public void Dispose() => _folder.Dispose();

    private static string Token(string clientId) =>
        $$"""
            {"startUrl": "{{StartUrl}}", "region": "us-west-2", "accessToken": "at", "expiresAt": "2030-01-01T00:00:00Z",
             "clientId": "{{clientId}}"}
            """;

    private async Task WriteAsync(string name, string json) =>
        await _store.WriteAsync(name, Encoding.UTF8.GetBytes(json));

    private Task<IReadOnlyList<CachedSession>> ListAsync() => CachedSessions.ListAsync(_store, Config());

    private SharedConfig Config()
    {
        string config = _folder.File("config");
        File.WriteAllText(config, "[sso-session admin]\nsso_region = us-west-2\n");
        return SharedConfig.Load(
            new AwsEnvironment(_folder.Path, new Dictionary<string, string> { ["AWS_CONFIG_FILE"] = config })
        );
    }
}
