using System.Text.Json.Nodes;
using SsoOidc.Emulator;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli.Tests.Processes;

/// <summary>
/// A sign-in at a service that accepts each refresh token once and ends the session when one comes back (RFC 9700
/// §4.14.2). Its access tokens are due for a refresh from the beginning.
/// </summary>
internal sealed class StrictSession : IDisposable
{
    private static readonly SsoSession s_session = new()
    {
        Name = "strict",
        StartUrl = "https://d-1234567890.awsapps.com/start",
        Region = "us-east-1",
        Scopes = ["sso:account:access"],
    };

    private readonly SsoOidcEmulator _service;

    private StrictSession(SsoOidcEmulator service) => _service = service;

    public TempHome Home { get; } = new();

    public FileTokenStore Store => new(Home.CacheDirectory);

    public static string Name { get; } = s_session.TokenName;

    public static Task<SsoOidcEmulator> StartServiceAsync() =>
        SsoOidcEmulator.StartAsync(
            new EmulatorOptions
            {
                AutoApprove = true,
                RotateRefreshTokens = true,
                AccessTokenLifetime = TimeSpan.FromMinutes(10),
            }
        );

    public static async Task<StrictSession> SignInAsync(SsoOidcEmulator service)
    {
        StrictSession session = new(service);
        await session.SignInAsync();
        return session;
    }

    public SsoLogin CreateLogin() =>
        new(
            s_session,
            new SsoLoginOptions
            {
                TokenStore = Store,
                Method = SignInMethod.DeviceCode,
                OpenBrowser = null,
                Client = new ServiceClientOptions
                {
                    Endpoint = _service.BaseAddress,
                    Environment = new AwsEnvironment(Home.Path),
                },
            }
        );

    public async Task SignInAsync()
    {
        using SsoLogin login = CreateLogin();
        await login.SignInAsync();
    }

    /// <summary>A process that asks for the token a number of times, with what the shell is to do first.</summary>
    public ChildProcess Start(int times, string shell = "") =>
        ChildProcess.Start(
            Home,
            [
                .. shell.Length > 0 ? (string[])["sh", "-c", $"{shell}; exec \"$@\"", "sh"] : [],
                "dotnet",
                Path.Combine(AppContext.BaseDirectory, "SsoOidc.TokenWriter.dll"),
                "refresh",
                Home.CacheDirectory,
                _service.BaseAddress.AbsoluteUri,
                $"{times}",
            ],
            // A limit on files would count the compiler's memory, too.
            ("DOTNET_EnableWriteXorExecute", "0"),
            ("DOTNET_TieredPGO", "0")
        );

    public async Task<SsoToken> ReadAsync() => SsoToken.FromJson(await File.ReadAllBytesAsync(Store.PathOf(Name)));

    /// <summary>Makes the stored access token useless, so that nothing works without a refresh.</summary>
    public async Task ExpireAsync() =>
        await Store.WriteAsync(Name, ((await ReadAsync()) with { ExpiresAt = DateTimeOffset.UtcNow }).ToJson());

    /// <summary>Whether the stored refresh token is good for a new one.</summary>
    public async Task<bool> IsAliveAsync()
    {
        await ExpireAsync();
        using SsoLogin login = CreateLogin();
        try
        {
            await login.GetTokenAsync();
            return true;
        }
        catch (SignInRequiredException)
        {
            return false;
        }
    }

    /// <summary>How often a refresh token was sent to the service.</summary>
    public int TimesSent(string? refreshToken) =>
        _service.Requests.Count(request =>
            request.Operation == EmulatorOperation.CreateToken
            && JsonNode.Parse(request.Body)!["refreshToken"]?.GetValue<string>() == refreshToken
        );

    public void Dispose() => Home.Dispose();
}
