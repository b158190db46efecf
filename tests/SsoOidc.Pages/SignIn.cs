using System.Web;
using SsoOidc.Emulator;
using SsoOidcGen.Runtime;

namespace SsoOidc.Pages;

/// <summary>A sign-in at an emulator that has come to the point where a person opens a page. The clock stands still.</summary>
internal sealed class SignIn : IAsyncDisposable
{
    private readonly SsoLogin _login;

    private SignIn(SsoOidcEmulator emulator, RecordingTime time, SignInMethod method)
    {
        Emulator = emulator;
        Time = time;
        TaskCompletionSource<SignInPrompt> prompted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Prompted = prompted.Task;
        _login = new SsoLogin(
            new SsoSession
            {
                Name = "dev",
                StartUrl = "https://d-1234567890.awsapps.com/start",
                Region = "us-east-1",
                Scopes = ["sso:account:access"],
            },
            new SsoLoginOptions
            {
                TokenStore = new MemoryTokenStore(),
                Method = method,
                OpenBrowser = null,
                Prompt = (prompt, _) =>
                {
                    prompted.SetResult(prompt);
                    return ValueTask.CompletedTask;
                },
                Client = new ServiceClientOptions
                {
                    Endpoint = emulator.BaseAddress,
                    TimeProvider = time,
                    Environment = new AwsEnvironment("/nowhere"),
                },
            }
        );
        Token = _login.SignInAsync(TestContext.Current.CancellationToken);
    }

    public SsoOidcEmulator Emulator { get; }

    public RecordingTime Time { get; }

    /// <summary>What the sign-in ends with.</summary>
    public Task<SsoToken> Token { get; }

    private Task<SignInPrompt> Prompted { get; }

    /// <summary>What the person is shown.</summary>
    public SignInPrompt Prompt => Prompted.Result;

    public string UserCode => ((DeviceAuthorizationPrompt)Prompt).UserCode;

    /// <summary>Where the browser has to come back to.</summary>
    public string RedirectUri => HttpUtility.ParseQueryString(new Uri(Prompt.Url).Query)["redirect_uri"]!;

    public static async Task<SignIn> StartAsync(SignInMethod method)
    {
        RecordingTime time = new(RecordingTime.Origin);
        EmulatorOptions options = new() { TimeProvider = time };
        SignIn signIn = new(await SsoOidcEmulator.StartAsync(options), time, method);
        await Task.WhenAny(signIn.Prompted, signIn.Token);
        return signIn;
    }

    /// <summary>Lets the device ask once more.</summary>
    public Task PollAsync() => Time.PassAsync(1);

    public async ValueTask DisposeAsync()
    {
        _login.Dispose();
        await Emulator.DisposeAsync();
    }
}
