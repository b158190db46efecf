using SsoOidc.Emulator;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli;

/// <summary>A service inside this process to sign in to, with a token cache in a temporary folder; both end with it.</summary>
internal sealed class EmulatedService : IAsyncDisposable
{
    private readonly SsoOidcEmulator _emulator;
    private readonly DirectoryInfo _cache = Directory.CreateTempSubdirectory("ssooidc-");

    private EmulatedService(SsoOidcEmulator emulator) => _emulator = emulator;

    public static SsoSession Session { get; } =
        new() { StartUrl = SampleSession.StartUrl, Region = SampleSession.Region };

    /// <summary>Signs in with a code that is approved as soon as it was shown.</summary>
    public SsoLoginOptions LoginOptions =>
        new()
        {
            TokenStore = new FileTokenStore(_cache.FullName),
            Method = SignInMethod.DeviceCode,
            OpenBrowser = null,
            Client = new ServiceClientOptions { Endpoint = _emulator.BaseAddress },
            Prompt = (prompt, _) =>
            {
                _emulator.Approve(((DeviceAuthorizationPrompt)prompt).UserCode);
                return ValueTask.CompletedTask;
            },
        };

    public static async Task<EmulatedService> StartAsync(CancellationToken cancellationToken) =>
        new(await SsoOidcEmulator.StartAsync(cancellationToken: cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _emulator.DisposeAsync();
        _cache.Delete(recursive: true);
    }
}
