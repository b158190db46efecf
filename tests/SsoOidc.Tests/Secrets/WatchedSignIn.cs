using System.Collections.Concurrent;
using System.Web;
using SsoOidc.Emulator;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Secrets;

/// <summary>A session at an emulator whose secrets are known, and all that becomes visible of it.</summary>
internal sealed class WatchedSignIn : IAsyncDisposable
{
    private readonly TelemetryRecorder _telemetry = new();
    private readonly TempFolder _home = new();
    private readonly HttpClient _browser = new();
    private readonly HttpClient _http;
    private readonly ConcurrentQueue<object?> _shown = new();
    private Task _page = Task.CompletedTask;

    private WatchedSignIn(SsoOidcEmulator emulator, RecordingTime time, SignInMethod method)
    {
        Emulator = emulator;
        Time = time;
        _http = new HttpClient(new SecretTraffic(Watch, ServiceClient.CreateHandler()));
        Tokens = new FileTokenStore(_home.File("sso"));
        Roles = new FileTokenStore(_home.File("cli"));
        Options = new SsoLoginOptions
        {
            TokenStore = Tokens,
            Method = method,
            HttpClient = _http,
            OpenBrowser = method == SignInMethod.Browser ? BrowseAsync : null,
            Prompt = (prompt, _) =>
            {
                _shown.Enqueue(prompt);
                return ValueTask.CompletedTask;
            },
            Client = new ServiceClientOptions
            {
                Endpoint = emulator.BaseAddress,
                Region = "us-east-1",
                TimeProvider = time,
                MaxAttempts = 1,
                Environment = new AwsEnvironment(_home.Path),
            },
        };
        Login = new SsoLogin(Session, Options);
        Role = new SsoCredentialsProvider(Login, "111111111111", "ReadOnlyAccess", Roles);
    }

    public static SsoSession Session { get; } =
        new()
        {
            Name = "watched",
            StartUrl = "https://d-1234567890.awsapps.com/start",
            Region = "us-east-1",
            // Without it a device gets no refresh token.
            Scopes = ["sso:account:access"],
        };

    public SecretWatch Watch { get; } = new();

    public SsoOidcEmulator Emulator { get; }

    public RecordingTime Time { get; }

    public FileTokenStore Tokens { get; }

    public FileTokenStore Roles { get; }

    public SsoLoginOptions Options { get; }

    public SsoLogin Login { get; }

    public SsoCredentialsProvider Role { get; }

    /// <summary>Everybody is let in at once, with tokens that are due for a refresh from the beginning.</summary>
    public static async Task<WatchedSignIn> StartAsync(SignInMethod method)
    {
        RecordingTime time = new(RecordingTime.Origin);
        EmulatorOptions options = new()
        {
            AutoApprove = true,
            AccessTokenLifetime = TimeSpan.FromMinutes(10),
            TimeProvider = time,
        };
        return new WatchedSignIn(await SsoOidcEmulator.StartAsync(options), time, method);
    }

    /// <summary>Waits for an end, which may be a failure, and takes down what it brings.</summary>
    public async Task<Exception?> ShowAsync(Func<Task<object?>> work)
    {
        Exception? exception = await Record.ExceptionAsync(async () => _shown.Enqueue(await work()));
        _shown.Enqueue(exception);
        return exception;
    }

    /// <summary>Nothing that was shown, thrown, traced or measured until now holds a secret that is known by now.</summary>
    public async Task AssertNothingLeakedAsync()
    {
        await _page;
        foreach (FileTokenStore store in (FileTokenStore[])[Tokens, Roles])
        {
            foreach (string name in store.List())
            {
                Watch.LearnFrom(File.ReadAllText(store.PathOf(name)));
            }
        }

        Assert.NotEmpty(Watch.Names);
        Watch.AssertAbsent(_shown);
        Watch.AssertAbsent(Options, Options.Client, Session, Login, Role, Tokens);
        Watch.AssertAbsent(_telemetry.Seen);
    }

    public async ValueTask DisposeAsync()
    {
        Login.Dispose();
        _http.Dispose();
        _browser.Dispose();
        _telemetry.Dispose();
        await Emulator.DisposeAsync();
        _home.Dispose();
    }

    private ValueTask<bool> BrowseAsync(Uri url, CancellationToken cancellationToken)
    {
        Watch.Learn("state", HttpUtility.ParseQueryString(url.Query)["state"]);
        _page = ShowPageAsync(url, cancellationToken);
        return ValueTask.FromResult(true);
    }

    private async Task ShowPageAsync(Uri url, CancellationToken cancellationToken)
    {
        using HttpResponseMessage answer = await _browser.GetAsync(url, cancellationToken);
        _shown.Enqueue(await answer.Content.ReadAsStringAsync(cancellationToken));
    }
}
