using System.Text;
using System.Text.Json.Nodes;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.SignIn;

/// <summary>A login over a scripted service, on a clock that stands still, with a cache in memory.</summary>
internal sealed class SignInHarness : IDisposable
{
    public const string Register = "/client/register";
    public const string Authorize = "/device_authorization";
    public const string Token = "/token";

    private readonly HttpClient _http;
    private readonly Lazy<SsoLogin> _login;

    public SignInHarness(DateTimeOffset? now = null)
    {
        Time = new RecordingTime(now ?? RecordingTime.Origin);
        Service = new ScriptedService(Time);
        _http = new HttpClient(Service);
        Options = new SsoLoginOptions
        {
            TokenStore = Store,
            Method = SignInMethod.DeviceCode,
            OpenBrowser = null,
            HttpClient = _http,
            Prompt = (prompt, _) =>
            {
                Prompts.Add(prompt);
                return ValueTask.CompletedTask;
            },
            Client = new ServiceClientOptions
            {
                TimeProvider = Time,
                MaxAttempts = 1,
                Environment = new AwsEnvironment("/nowhere"),
            },
        };
        _login = new Lazy<SsoLogin>(() => new SsoLogin(Session, Options));
    }

    public RecordingTime Time { get; }

    public ScriptedService Service { get; }

    public MemoryTokenStore Store { get; } = new();

    public List<SignInPrompt> Prompts { get; } = [];

    /// <summary>To be changed before <see cref="Login"/> is first used.</summary>
    public SsoLoginOptions Options { get; set; }

    /// <inheritdoc cref="Options"/>
    public SsoSession Session { get; set; } =
        new()
        {
            Name = "admin",
            StartUrl = "https://d-123.awsapps.com/start",
            Region = "us-west-2",
        };

    public SsoLogin Login => _login.Value;

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public SignInHarness WithRegistration(TimeSpan? lifetime = null)
    {
        long end = (RecordingTime.Origin + (lifetime ?? TimeSpan.FromDays(90))).ToUnixTimeSeconds();
        Service.On(
            Register,
            $$"""{"clientId": "client-1", "clientSecret": "client-secret", "clientSecretExpiresAt": {{end}}}"""
        );
        return this;
    }

    public SignInHarness WithDeviceAuthorization(string interval = "\"interval\": 1,", int expiresIn = 600)
    {
        Service.On(
            Authorize,
            $$"""
            {"deviceCode": "device-code-secret", "userCode": "ABCD-EFGH", {{interval}} "expiresIn": {{expiresIn}},
             "verificationUri": "https://device.example.com/", "verificationUriComplete": "https://device.example.com/?user_code=ABCD-EFGH"}
            """
        );
        return this;
    }

    public SignInHarness WithToken(string? refreshToken = "refresh-secret")
    {
        string refresh = refreshToken is null ? "" : $", \"refreshToken\": \"{refreshToken}\"";
        Service.On(
            Token,
            $$"""{"accessToken": "access-secret", "tokenType": "Bearer", "expiresIn": 28800{{refresh}}}"""
        );
        return this;
    }

    public async Task CacheAsync(string json) =>
        await Store.WriteAsync(Session.TokenName, Encoding.UTF8.GetBytes(json), Cancellation);

    public async Task<JsonNode?> CachedAsync() =>
        JsonNode.Parse(await Store.ReadAsync(Session.TokenName, Cancellation));

    public void Dispose()
    {
        if (_login.IsValueCreated)
        {
            _login.Value.Dispose();
        }

        _http.Dispose();
    }
}
