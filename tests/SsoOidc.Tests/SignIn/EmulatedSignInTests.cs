using SsoOidc.Emulator;
using SsoOidc.Portal;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.SignIn;

/// <summary>From signing in to signing out, over real connections to the emulator.</summary>
public sealed class EmulatedSignInTests : IDisposable
{
    private readonly TempFolder _home = new();
    private readonly RecordingTime _time = new(RecordingTime.Origin);
    private readonly HttpClient _browser = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _home.Dispose();
        _browser.Dispose();
    }

    [Fact]
    public async Task A_device_approved_by_its_code_gets_a_token()
    {
        await using SsoOidcEmulator emulator = await StartAsync(new EmulatorOptions { TimeProvider = _time });
        using SsoLogin login = Login(
            emulator,
            SignInMethod.DeviceCode,
            prompt => emulator.Approve(((DeviceAuthorizationPrompt)prompt).UserCode)
        );

        SsoToken token = await login.SignInAsync(Cancellation);

        Assert.Equal(token.AccessToken, (await login.GetTokenAsync(Cancellation)).AccessToken);
    }

    [Fact]
    public async Task A_device_that_is_denied_gets_none()
    {
        await using SsoOidcEmulator emulator = await StartAsync(new EmulatorOptions { TimeProvider = _time });
        using SsoLogin login = Login(
            emulator,
            SignInMethod.DeviceCode,
            prompt => emulator.Deny(((DeviceAuthorizationPrompt)prompt).UserCode)
        );

        SignInFailedException exception = await Assert.ThrowsAsync<SignInFailedException>(() =>
            login.SignInAsync(Cancellation)
        );
        Assert.Equal(SignInFailure.Denied, exception.Failure);
    }

    [Theory]
    [InlineData(SignInMethod.DeviceCode)]
    [InlineData(SignInMethod.Browser)]
    public async Task Who_signs_in_reaches_roles_until_signing_out(SignInMethod method)
    {
        await using SsoOidcEmulator emulator = await StartAsync(
            new EmulatorOptions { AutoApprove = true, TimeProvider = _time }
        );
        using SsoLogin login = Login(emulator, method);
        SsoCredentialsProvider provider = new(
            login,
            "111111111111",
            "ReadOnlyAccess",
            new FileTokenStore(_home.File("cli"))
        );

        SsoToken token = await login.SignInAsync(Cancellation);
        AwsCredentials credentials = await provider.GetCredentialsAsync(Cancellation);
        bool wasSignedIn = await login.SignOutAsync(Cancellation);

        Assert.True(wasSignedIn);
        Assert.NotNull(credentials.SessionToken);
        await Assert.ThrowsAsync<SignInRequiredException>(() => login.GetTokenAsync(Cancellation));
        using SsoPortalClient portal = new(Client(emulator));
        await Assert.ThrowsAsync<UnauthorizedException>(() =>
            portal.ListAccountsAsync(new ListAccountsRequest { AccessToken = token.AccessToken }, Cancellation)
        );
    }

    [Fact]
    public async Task An_expired_token_is_refreshed_without_the_user()
    {
        await using SsoOidcEmulator emulator = await StartAsync(
            new EmulatorOptions
            {
                AutoApprove = true,
                AccessTokenLifetime = TimeSpan.FromMinutes(10),
                TimeProvider = _time,
            }
        );
        using SsoLogin login = Login(emulator, SignInMethod.Browser);
        SsoToken first = await login.SignInAsync(Cancellation);

        SsoToken second = await login.GetTokenAsync(Cancellation);
        SsoToken third = await login.GetTokenAsync(Cancellation);

        Assert.Distinct([first.AccessToken, second.AccessToken, third.AccessToken]);
    }

    private static Task<SsoOidcEmulator> StartAsync(EmulatorOptions options) =>
        SsoOidcEmulator.StartAsync(options, Cancellation);

    private SsoLogin Login(SsoOidcEmulator emulator, SignInMethod method, Action<SignInPrompt>? prompted = null) =>
        new(
            new SsoSession
            {
                Name = "emulated",
                StartUrl = "https://d-1234567890.awsapps.com/start",
                Region = "us-east-1",
            },
            new SsoLoginOptions
            {
                TokenStore = new FileTokenStore(_home.File("sso")),
                Method = method,
                OpenBrowser =
                    method == SignInMethod.Browser
                        ? (url, cancellationToken) =>
                        {
                            _ = _browser.GetAsync(url, cancellationToken);
                            return ValueTask.FromResult(true);
                        }
                        : null,
                Prompt = (prompt, _) =>
                {
                    prompted?.Invoke(prompt);
                    return ValueTask.CompletedTask;
                },
                Client = Client(emulator),
            }
        );

    private ServiceClientOptions Client(SsoOidcEmulator emulator) =>
        new()
        {
            Endpoint = emulator.BaseAddress,
            Region = "us-east-1",
            TimeProvider = _time,
            Environment = new AwsEnvironment(_home.Path),
        };
}
