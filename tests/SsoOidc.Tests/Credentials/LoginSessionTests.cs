using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Testing;

namespace SsoOidc.Tests.Credentials;

public sealed class LoginSessionTests : IDisposable
{
    private const string Session = "arn:aws:sts::123456789012:assumed-role/Admin/me";
    private static readonly DateTimeOffset s_now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TempFolder _home = new();
    private readonly HastyTime _time = new(s_now);
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly List<HttpRequestMessage> _sent = [];
    private readonly List<string> _bodies = [];
    private HttpStatusCode _status = HttpStatusCode.OK;
    private string _response = Issued;

    private const string Issued = """
        {"accessToken":{"accessKeyId":"key-2","secretAccessKey":"secret-2","sessionToken":"token-2"},"tokenType":"aws_sigv4","expiresIn":900,"refreshToken":"refresh-2"}
        """;

    public void Dispose()
    {
        _key.Dispose();
        _home.Dispose();
    }

    [Theory]
    [InlineData(
        "arn:aws:sts::012345678910:assumed-role/Admin/admin",
        "4b0ba8f99f075c0633e122fd73346ce203a3faf18ea0310eb2d29df1bab2e255"
    )]
    public void An_entry_is_named_as_the_aws_tools_name_it(string session, string name) =>
        Assert.Equal(name, Source(session).EntryName);

    [Fact]
    public void The_cache_is_where_a_variable_says() =>
        Assert.Equal(
            Path.Combine(_home.Path, "elsewhere"),
            Source(variables: new() { ["AWS_LOGIN_CACHE_DIRECTORY"] = "~/elsewhere" }).Folder
        );

    [Theory]
    [InlineData(301, "key-1")]
    [InlineData(300, "key-2")]
    public async Task Five_minutes_before_their_end_credentials_are_refreshed(int secondsLeft, string expected)
    {
        Write(s_now.AddSeconds(secondsLeft));

        Assert.Equal(expected, (await LoadAsync()).AccessKeyId);
    }

    [Fact]
    public async Task A_refresh_proves_possession_of_the_key_that_the_session_is_bound_to()
    {
        Write(s_now);

        await LoadAsync();

        HttpRequestMessage request = Assert.Single(_sent);
        string[] proof = request.Headers.GetValues("DPoP").Single().Split('.');
        JsonNode header = Decoded(proof[0]);
        JsonNode claims = Decoded(proof[1]);
        ECPoint point = _key.ExportParameters(includePrivateParameters: false).Q;
        Assert.Equal(("dpop+jwt", "ES256"), ((string?)header["typ"], (string?)header["alg"]));
        Assert.Equal(
            ("EC", "P-256", Convert.ToHexString(point.X!), Convert.ToHexString(point.Y!)),
            (
                (string?)header["jwk"]!["kty"],
                (string?)header["jwk"]!["crv"],
                Convert.ToHexString(Bytes((string)header["jwk"]!["x"]!)),
                Convert.ToHexString(Bytes((string)header["jwk"]!["y"]!))
            )
        );
        Assert.Equal(
            ("POST", "https://eu-west-1.signin.aws.amazon.com/v1/token", s_now.ToUnixTimeSeconds()),
            ((string?)claims["htm"], (string?)claims["htu"], (long)claims["iat"]!)
        );
        Assert.True(Guid.TryParse((string?)claims["jti"], out _));
        Assert.True(
            _key.VerifyData(
                Encoding.ASCII.GetBytes($"{proof[0]}.{proof[1]}"),
                Bytes(proof[2]),
                HashAlgorithmName.SHA256
            )
        );
    }

    [Fact]
    public async Task Each_attempt_has_a_proof_of_its_own()
    {
        Write(s_now);
        _status = HttpStatusCode.ServiceUnavailable;

        await Assert.ThrowsAsync<CredentialsException>(LoadAsync);

        Assert.Equal(3, _sent.Select(static request => request.Headers.GetValues("DPoP").Single()).Distinct().Count());
    }

    [Fact]
    public async Task What_a_refresh_brings_is_for_all_and_what_others_know_is_kept()
    {
        Write(s_now);

        await LoadAsync();

        JsonNode entry = JsonNode.Parse(File.ReadAllText(EntryPath))!;
        Assert.Equal("key-2", (string?)entry["accessToken"]!["accessKeyId"]);
        Assert.Equal("2026-01-01T12:15:00Z", (string?)entry["accessToken"]!["expiresAt"]);
        Assert.Equal("123456789012", (string?)entry["accessToken"]!["accountId"]);
        Assert.Equal(("refresh-2", "id-1"), ((string?)entry["refreshToken"], (string?)entry["idToken"]));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(EntryPath));
        }
    }

    [Fact]
    public async Task What_another_process_refreshes_meanwhile_is_used()
    {
        Write(s_now);
        await using IAsyncDisposable held = await new FileTokenStore(Source().Folder).LockAsync(
            Source().EntryName,
            TimeSpan.Zero,
            TestContext.Current.CancellationToken
        );

        Task<AwsCredentials> load = LoadAsync();
        Write(s_now.AddMinutes(10));
        await held.DisposeAsync();

        Assert.Equal("key-1", (await load).AccessKeyId);
        Assert.Empty(_sent);
    }

    [Theory]
    [InlineData("TOKEN_EXPIRED", "sign in again with 'aws login'")]
    [InlineData("USER_CREDENTIALS_CHANGED", "sign in again with 'aws login'")]
    [InlineData("INSUFFICIENT_PERMISSIONS", "signin:CreateOAuth2Token")]
    public async Task A_refusal_says_what_to_do_and_no_secret(string code, string remedy)
    {
        Write(s_now);
        _status = HttpStatusCode.Forbidden;
        _response = $$"""{"__type":"AccessDeniedException","error":"{{code}}","message":"No: refresh-1."}""";

        var error = await Assert.ThrowsAsync<CredentialsException>(LoadAsync);

        Assert.Contains(remedy, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("config:2", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh-1", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"accessToken":{"accessKeyId":"key-2"},"expiresIn":900,"refreshToken":"refresh-2"}""")]
    public async Task A_response_without_substance_replaces_nothing(string response)
    {
        Write(s_now);
        string before = File.ReadAllText(EntryPath);
        _response = response;

        await Assert.ThrowsAsync<CredentialsException>(LoadAsync);

        Assert.Equal(before, File.ReadAllText(EntryPath));
    }

    [Theory]
    [InlineData("no PEM")]
    [InlineData("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n")]
    public async Task A_key_that_is_none_is_named_and_not_quoted(string key)
    {
        Write(s_now, key);

        var error = await Assert.ThrowsAsync<CredentialsException>(LoadAsync);

        Assert.Contains("'dpopKey'", error.Message, StringComparison.Ordinal);
        Assert.Contains(EntryPath, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refresh-2")]
    [InlineData("")]
    public async Task The_request_and_the_new_entry_are_those_of_the_aws_tools(string refreshToken)
    {
        Write(s_now);
        _response = Issued.Replace("refresh-2", refreshToken);
        JsonNode expected = JsonNode.Parse(File.ReadAllText(EntryPath))!;
        JsonNode token = expected["accessToken"]!;
        token["accessKeyId"] = "key-2";
        token["secretAccessKey"] = "secret-2";
        token["sessionToken"] = "token-2";
        token["expiresAt"] = "2026-01-01T12:15:00Z";
        expected["refreshToken"] = refreshToken.Length > 0 ? refreshToken : "refresh-1";

        AwsCredentials credentials = await LoadAsync();

        Assert.Equal(PythonJson.Write(expected), File.ReadAllText(EntryPath));
        Assert.Equal(
            """{"clientId":"arn:aws:signin:::devtools/same-device","grantType":"refresh_token","refreshToken":"refresh-1"}""",
            Assert.Single(_bodies)
        );
        Assert.Equal(
            ("secret-2", "token-2", "123456789012", s_now.AddMinutes(15)),
            (
                credentials.SecretAccessKey,
                credentials.SessionToken,
                credentials.AccountId,
                credentials.Expiration!.Value
            )
        );
    }

    [Theory]
    [InlineData("TOKEN_EXPIRED", "The session has ended: sign in again with 'aws login'.")]
    [InlineData("USER_CREDENTIALS_CHANGED", "The user's password has changed: sign in again with 'aws login'.")]
    [InlineData("INSUFFICIENT_PERMISSIONS", "A policy must allow signin:CreateOAuth2Token.")]
    [InlineData("OTHER", "Check the network and the region, or sign in again with 'aws login'.")]
    public async Task A_refusal_ends_with_the_remedy(string code, string remedy)
    {
        Write(s_now);
        _status = HttpStatusCode.Forbidden;
        _response = $$"""{"__type":"AccessDeniedException","error":"{{code}}","message":"No."}""";

        var error = await Assert.ThrowsAsync<CredentialsException>(LoadAsync);

        Assert.Equal(
            $"config:2: the login session was not refreshed: {error.InnerException!.Message.TrimEnd('.')}. {remedy}",
            error.Message
        );
    }

    [Fact]
    public async Task A_session_that_is_not_there_is_told()
    {
        var error = await Assert.ThrowsAsync<CredentialsException>(LoadAsync);

        Assert.Equal($"config:2: the login session is not in {EntryPath}. Sign in with 'aws login'.", error.Message);
    }

    [Theory]
    [InlineData("accessToken", "its member 'accessToken' is missing or not an object")]
    [InlineData("accessKeyId", "its member 'accessKeyId' is missing, empty or not a string")]
    [InlineData("secretAccessKey", "its member 'secretAccessKey' is missing, empty or not a string")]
    [InlineData("sessionToken", "its member 'sessionToken' is missing, empty or not a string")]
    [InlineData("expiresAt", "its member 'expiresAt' is missing or not a point in time like 2026-01-31T08:30:00Z")]
    [InlineData("clientId", "its member 'clientId' is missing, empty or not a string")]
    [InlineData("refreshToken", "its member 'refreshToken' is missing, empty or not a string")]
    [InlineData("dpopKey", "its member 'dpopKey' is missing, empty or not a string")]
    public async Task A_damaged_entry_is_told_with_its_member(string member, string problem)
    {
        Write(s_now);
        File.WriteAllText(EntryPath, File.ReadAllText(EntryPath).Replace($"\"{member}\"", "\"other\""));

        var error = await Assert.ThrowsAsync<CredentialsException>(LoadAsync);

        Assert.Equal(
            $"config:2: the login session is damaged in {EntryPath}: {problem}. Sign in again with 'aws login'.",
            error.Message
        );
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task A_key_on_another_curve_is_none()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Write(s_now, key.ExportECPrivateKeyPem());

        var error = await Assert.ThrowsAsync<CredentialsException>(LoadAsync);

        Assert.Contains("its member 'dpopKey' is no private key on the curve P-256.", error.Message);
    }

    [Theory]
    [InlineData("accessKeyId")]
    [InlineData("secretAccessKey")]
    [InlineData("sessionToken")]
    [InlineData("expiresIn")]
    [InlineData("accessToken")]
    public async Task A_response_that_lacks_a_member_is_told(string member)
    {
        Write(s_now);
        _response = Issued.Replace($"\"{member}\"", "\"other\"");

        var error = await Assert.ThrowsAsync<CredentialsException>(LoadAsync);

        Assert.StartsWith("config:2: the login session was ", error.Message);
        Assert.Contains("key-1", File.ReadAllText(EntryPath));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Credentials_that_live_a_second_are_some(int seconds, bool areSome)
    {
        Write(s_now);
        _response = Issued.Replace("900", $"{seconds}");

        Assert.Equal(!areSome, await Record.ExceptionAsync(LoadAsync) is CredentialsException);
    }

    [Fact]
    public async Task A_response_of_more_than_64_KiB_is_not_read()
    {
        Write(s_now);
        _response = Issued.PadRight(65_536);
        Assert.Equal("key-2", (await LoadAsync()).AccessKeyId);

        Write(s_now);
        _response = Issued.PadRight(65_537);
        await Assert.ThrowsAsync<CredentialsException>(LoadAsync);
    }

    [Fact]
    public async Task Its_provider_refreshes_again_and_again_over_the_connections_of_the_client()
    {
        Write(s_now);
        using OpenHandler handler = new();
        AwsEnvironment environment = new(_home.Path);
        SharedConfig config = SharedConfig.Load(environment);
        IAwsCredentialsProvider provider = Source()
            .CreateProvider(
                new CredentialsSearch
                {
                    Environment = environment,
                    Config = config,
                    Profile = config.SelectProfile(),
                    Handler = handler,
                    TimeProvider = _time,
                }
            );

        for (int refresh = 1; refresh <= 3; refresh++)
        {
            AwsCredentials credentials = await provider.GetCredentialsAsync(TestContext.Current.CancellationToken);

            Assert.Equal("key-2", credentials.AccessKeyId);
            Assert.Equal(refresh, handler.Requests);
            _time.Advance(TimeSpan.FromMinutes(15));
        }
    }

    [Fact]
    public async Task A_session_that_another_process_holds_is_waited_for_a_minute()
    {
        Write(s_now);
        await using IAsyncDisposable held = await new FileTokenStore(Source().Folder).LockAsync(
            Source().EntryName,
            TimeSpan.Zero,
            TestContext.Current.CancellationToken
        );

        Task<AwsCredentials> load = LoadAsync();
        while (!load.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        var error = await Assert.ThrowsAsync<CredentialsException>(() => load);
        Assert.StartsWith("config:2: the login session cannot be refreshed: ", error.Message);
        Assert.Contains($"{Source().EntryName}.lock was locked for 60 s by process ", error.Message);
        Assert.EndsWith($". Check the permissions of {EntryPath}.", error.Message);
    }

    [Fact]
    public async Task A_folder_where_nothing_can_be_locked_is_told()
    {
        Write(s_now);
        Directory.CreateDirectory(Path.Combine(Source().Folder, Source().EntryName + ".lock"));

        var error = await Assert.ThrowsAsync<CredentialsException>(LoadAsync);

        Assert.StartsWith("config:2: the login session cannot be refreshed: ", error.Message);
        Assert.Empty(_sent);
    }

    private string EntryPath => Path.Combine(Source().Folder, Source().EntryName + ".json");

    private LoginSessionSource Source(string session = Session, Dictionary<string, string>? variables = null) =>
        new()
        {
            Session = session,
            Where = "config:2",
            Region = "eu-west-1",
            Environment = new AwsEnvironment(_home.Path, variables),
            Profile = null,
            UseFipsEndpoint = false,
            UseDualStackEndpoint = false,
            AllowPlainHttp = false,
        };

    private async Task<AwsCredentials> LoadAsync()
    {
        using StubHandler handler = new(
            (request, body) =>
            {
                _sent.Add(request);
                _bodies.Add(body);
                return new HttpResponseMessage(_status) { Content = new StringContent(_response) };
            }
        );
        return await Task.Run(new LoginSessionLoader(Source(), _time, handler).Load);
    }

    private void Write(DateTimeOffset end, string? key = null)
    {
        JsonObject entry = new()
        {
            ["accessToken"] = new JsonObject
            {
                ["accessKeyId"] = "key-1",
                ["secretAccessKey"] = "secret-1",
                ["sessionToken"] = "token-1",
                ["accountId"] = "123456789012",
                ["expiresAt"] = $"{end:yyyy-MM-ddTHH:mm:ssZ}",
            },
            ["tokenType"] = "aws_sigv4",
            ["clientId"] = "arn:aws:signin:::devtools/same-device",
            ["refreshToken"] = "refresh-1",
            ["idToken"] = "id-1",
            ["dpopKey"] = key ?? _key.ExportECPrivateKeyPem(),
        };
        Directory.CreateDirectory(Source().Folder);
        // A load may be reading meanwhile.
        File.WriteAllText(_home.File("entry"), entry.ToJsonString());
        File.Move(_home.File("entry"), EntryPath, overwrite: true);
    }

    private static JsonNode Decoded(string part) => JsonNode.Parse(Bytes(part))!;

    private static byte[] Bytes(string text) =>
        Convert.FromBase64String(
            text.Replace('-', '+').Replace('_', '/').PadRight(text.Length + ((4 - (text.Length % 4)) % 4), '=')
        );

    /// <summary>Responds until somebody disposes of it.</summary>
    private sealed class OpenHandler : HttpMessageHandler
    {
        private bool _isDisposed;

        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            Requests++;
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Issued) });
        }

        protected override void Dispose(bool disposing)
        {
            _isDisposed = true;
            base.Dispose(disposing);
        }
    }
}
