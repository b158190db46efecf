using System.Runtime.Versioning;
using System.Text;
using SsoOidc.Tests.SignIn;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Hostile;

/// <summary>Whatever stands in the place of an entry is named and skipped, and harms no other.</summary>
public sealed class HostileCacheTests : IDisposable
{
    private const string Good =
        """{"region": "eu-west-1", "accessToken": "good-token", "expiresAt": "2030-01-01T00:00:00Z"}""";

    private readonly TempFolder _home = new();
    private readonly SignInHarness _harness = new();
    private readonly FileTokenStore _tokens;
    private readonly FileTokenStore _roles;

    public HostileCacheTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The files are made with the means of Unix.");
        _tokens = new FileTokenStore(_home.File("sso"));
        _roles = new FileTokenStore(_home.File("cli"));
        _harness.Options = _harness.Options with { TokenStore = _tokens };
        _harness.Service.On("/logout", "{}");
    }

    public static TheoryData<string> Unreadable => [.. HostileFile.Unreadable];

    public static TheoryData<string> All => [.. HostileFile.Unreadable, .. HostileFile.Damaged];

    private static CancellationToken Cancellation => SignInHarness.Cancellation;

    public void Dispose()
    {
        _harness.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task Undamaged_it_would_be_a_session()
    {
        HostileFile.Place("undamaged", _tokens.PathOf("a"));

        Assert.Single(await ListAsync([]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_other_sessions_are_listed_and_it_is_named(string kind)
    {
        HostileFile.Place(kind, _tokens.PathOf("a"));
        await WriteAsync(_tokens, "b", Good);
        List<string> warnings = [];

        CachedSession session = Assert.Single(await ListAsync(warnings));

        Assert.Equal(_tokens.PathOf("b"), session.File);
        Assert.StartsWith(_tokens.PathOf("a"), Assert.Single(warnings));
        Assert.DoesNotContain("hostile", string.Concat(warnings));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task It_is_no_token(string kind)
    {
        HostileFile.Place(kind, _tokens.PathOf(_harness.Session.TokenName));

        Exception? exception = await Record.ExceptionAsync(() => _harness.Login.GetTokenAsync(Cancellation));

        Assert.True(exception is SignInRequiredException or IOException, $"{exception}");
        Assert.Contains(_tokens.PathOf(_harness.Session.TokenName), exception.Message);
        Assert.DoesNotContain("hostile", exception.ToString());
        Assert.Empty(_harness.Service.Calls);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Signing_out_of_all_ends_the_other_sessions_and_lets_no_secret_survive(string kind)
    {
        HostileFile.Place(kind, _tokens.PathOf("a"));
        HostileFile.Place(kind, _roles.PathOf("a"));
        await WriteAsync(_tokens, "b", Good);

        List<string> warnings = [];
        SsoLoginOptions options = _harness.Options with { Warn = warnings.Add };

        await new SsoSignOut(options, _roles).SignOutOfAllAsync(Cancellation);

        Assert.Contains("good-token", _harness.Service.Calls.Select(call => call.BearerToken));
        Assert.DoesNotContain("b", _tokens.List());
        Assert.All(_harness.Service.Calls, call => Assert.EndsWith(".amazonaws.com", call.Url.Host));
        Assert.Equal(
            HostileFile.Unreadable.Contains(kind) && kind != "endless device"
                ? [_tokens.PathOf("a"), _roles.PathOf("a")]
                : [],
            warnings.Select(warning => warning.Split(' ')[0])
        );
        bool mayStay = HostileFile.Unreadable.Contains(kind) || kind == "nothing";
        Assert.True(mayStay || _tokens.List() is [], "Its secrets survived.");
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Signing_out_of_its_session_removes_it(string kind)
    {
        string path = _tokens.PathOf(_harness.Session.TokenName);
        HostileFile.Place(kind, path);

        if (kind == "directory")
        {
            IOException exception = await Assert.ThrowsAsync<IOException>(() =>
                _harness.Login.SignOutAsync(Cancellation)
            );
            Assert.Contains(path, exception.Message);
            return;
        }

        Assert.True(await _harness.Login.SignOutAsync(Cancellation));
        Assert.Empty(_tokens.List());
    }

    [Theory]
    [InlineData("time that is none")]
    [InlineData("host name as region")]
    public async Task A_token_that_is_legible_is_ended_at_the_portal_before_it_is_removed(string kind)
    {
        HostileFile.Place(kind, _tokens.PathOf(_harness.Session.TokenName));

        Assert.True(await _harness.Login.SignOutAsync(Cancellation));

        ServiceCall call = Assert.Single(_harness.Service.Calls);
        Assert.Equal("hostile-token", call.BearerToken);
        Assert.Contains(
            call.Url.Host,
            (string[])["portal.sso.us-east-1.amazonaws.com", "portal.sso.us-west-2.amazonaws.com"]
        );
    }

    [UnsupportedOSPlatform("windows")]
    [Theory]
    [InlineData(UnixFileMode.None, 0)]
    [InlineData(UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherExecute, 0)]
    [InlineData(UnixFileMode.GroupWrite, 1)]
    [InlineData(UnixFileMode.OtherWrite, 1)]
    public async Task A_folder_that_others_can_write_to_is_warned_of_once(UnixFileMode others, int count)
    {
        await WriteAsync(_tokens, _harness.Session.TokenName, Good);
        File.SetUnixFileMode(_tokens.Directory, File.GetUnixFileMode(_tokens.Directory) | others);
        List<string> warnings = [];
        using SsoLogin login = new(_harness.Session, _harness.Options with { Warn = warnings.Add });

        await login.GetTokenAsync(Cancellation);
        await login.GetTokenAsync(Cancellation);

        Assert.Equal(count, warnings.Count);
        Assert.All(warnings, warning => Assert.Contains(_tokens.Directory, warning));
        await ListAsync(warnings);
        Assert.Equal(2 * count, warnings.Count);
    }

    [Fact]
    public async Task A_session_that_cannot_be_ended_does_not_keep_the_others()
    {
        await WriteAsync(_tokens, "a", Good);
        await WriteAsync(_tokens, "b", Good);
        await WriteAsync(_roles, "sso", """{"ProviderType": "sso", "Credentials": {}}""");
        Directory.CreateDirectory(_home.File("sso/a.lock"));

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            new SsoSignOut(_harness.Options, _roles).SignOutOfAllAsync(Cancellation)
        );

        Assert.Equal(["a"], _tokens.List());
        Assert.Empty(_roles.List());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_registration_is_made_anew(string kind)
    {
        string name = CacheKeys.Registration(_harness.Session, "us-west-2", "ssooidc-device");
        HostileFile.Place(kind, _tokens.PathOf(name));
        Assert.SkipWhen(kind == "directory", "Nothing can be written in its place.");
        _harness.WithRegistration().WithDeviceAuthorization().WithToken();

        await _harness.Login.SignInAsync(Cancellation);

        Assert.Contains("client-1", Encoding.UTF8.GetString((await _tokens.ReadAsync(name, Cancellation))!));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Role_credentials_are_asked_for_anew(string kind)
    {
        string name = CacheKeys.RoleCredentials(_harness.Session, "012345678901", "Reader");
        HostileFile.Place(kind, _roles.PathOf(name));
        Assert.SkipWhen(kind == "directory", "Nothing can be written in its place.");
        await WriteAsync(_tokens, _harness.Session.TokenName, Good);
        _harness.Service.On(
            "/federation/credentials",
            """{"roleCredentials": {"accessKeyId": "key-1", "secretAccessKey": "s", "sessionToken": "t", "expiration": 1893456000000}}"""
        );
        SsoCredentialsProvider provider = new(_harness.Login, "012345678901", "Reader", _roles);

        Assert.Equal("key-1", (await provider.GetCredentialsAsync(Cancellation)).AccessKeyId);
        Assert.Contains("key-1", Encoding.UTF8.GetString((await _roles.ReadAsync(name, Cancellation))!));
    }

    [Theory]
    [InlineData("\"key\"", "\"\"")]
    [InlineData("\"secret\"", "\"\\ud800\"")]
    [InlineData("2030-01-01T00:00:00Z", "9999-99-99T00:00:00Z")]
    public void Role_credentials_that_are_none_are_no_entry(string old, string @new)
    {
        const string Entry =
            """{"Credentials": {"AccessKeyId": "key", "SecretAccessKey": "secret", "SessionToken": "t", "Expiration": "2030-01-01T00:00:00Z"}}""";
        string damaged = Entry.Replace(old, @new, StringComparison.Ordinal);

        Assert.Equal("key", RoleCredentialsEntry.FromJson(Encoding.UTF8.GetBytes(Entry)).AccessKeyId);
        Assert.Throws<FormatException>(() => RoleCredentialsEntry.FromJson(Encoding.UTF8.GetBytes(damaged)));
    }

    private static ValueTask WriteAsync(FileTokenStore store, string name, string json) =>
        store.WriteAsync(name, Encoding.UTF8.GetBytes(json), Cancellation);

    private Task<IReadOnlyList<CachedSession>> ListAsync(List<string> warnings) =>
        CachedSessions.ListAsync(
            _tokens,
            SharedConfig.Load(new AwsEnvironment(_home.Path)),
            warnings.Add,
            Cancellation
        );
}
