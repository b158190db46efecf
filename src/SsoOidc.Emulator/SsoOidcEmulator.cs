using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SsoOidc.Emulator;

/// <summary>
/// A local stand-in for AWS SSO OIDC and the access portal, listening on the loopback address. It keeps everything in
/// memory and knows no real account.
/// </summary>
/// <example>
/// <code>
/// await using var emulator = await SsoOidcEmulator.StartAsync(new EmulatorOptions { TimeProvider = fakeTime });
/// // Point the clients' endpoint at emulator.BaseAddress and start a device sign-in, then:
/// emulator.Approve(userCode);
/// // Let the next token request fail once:
/// emulator.Faults.Add(EmulatorOperation.CreateToken, new Fault { Status = 503 });
/// // See what came in:
/// RecordedRequest last = emulator.Requests[^1];
/// </code>
/// </example>
public sealed class SsoOidcEmulator : IAsyncDisposable
{
    private const int MaxRequestBodyBytes = 256 * 1024;

    private readonly WebApplication _app;
    private readonly DeviceAuthorizationStore _devices;
    private readonly RequestLog _log;
    private readonly TokenStore _tokens;

    private SsoOidcEmulator(EmulatorOptions options)
    {
        _devices = new DeviceAuthorizationStore(options);
        _log = new RequestLog(options.TimeProvider);
        _tokens = new TokenStore(options);
        _app = Build(options.Port);
        var runner = new OperationRunner(options.TimeProvider, _log, Faults);
        new Routes(options, runner, _devices, _tokens).Map(_app);
    }

    /// <summary>Where the emulator listens, for example <c>http://127.0.0.1:49152/</c>.</summary>
    public Uri BaseAddress { get; private set; } = null!;

    /// <summary>What is to go wrong with the next requests.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>The requests received so far, oldest first: a copy. Those of the last day are kept, the latest 16 MiB of them at most.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>Starts an emulator; it runs until it is disposed.</summary>
    /// <param name="options">How it behaves; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SsoOidcEmulator> StartAsync(
        EmulatorOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var emulator = new SsoOidcEmulator(options ?? new EmulatorOptions());
        try
        {
            await emulator._app.StartAsync(cancellationToken);
            emulator.BaseAddress = new Uri(emulator._app.Urls.First());
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>Approves a device as a user would on the verification page.</summary>
    /// <param name="userCode">The code the device shows.</param>
    /// <exception cref="ArgumentException">There is no such code.</exception>
    /// <exception cref="InvalidOperationException">The code is expired, used or decided upon.</exception>
    public void Approve(string userCode) => Decide(userCode, approve: true);

    /// <summary>Denies a device as a user would on the verification page.</summary>
    /// <inheritdoc cref="Approve" path="/param|/exception"/>
    public void Deny(string userCode) => Decide(userCode, approve: false);

    /// <summary>Ends every sign-in, as an administrator can: no token issued before is accepted any more.</summary>
    public void EndAllSessions() => _tokens.EndAllSessions();

    /// <summary>Stops listening and cuts the connections that are still open.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplication Build(int port)
    {
        // The empty builder reads no environment variable and no settings file, and writes no log.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBodyBytes;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        return builder.Build();
    }

    private void Decide(string userCode, bool approve)
    {
        DeviceAuthorization authorization =
            _devices.FindByUserCode(userCode)
            ?? throw new ArgumentException("No device authorization has this user code.", nameof(userCode));
        if (!authorization.Decide(approve))
        {
            throw new InvalidOperationException(
                $"The device authorization is not pending but {authorization.State}; start a new one."
            );
        }
    }
}
