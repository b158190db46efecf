using SsoOidc.Hostile.Vault;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile.Wire;

/// <summary>Clients of a server that misbehaves; the call, unless a test says otherwise, is <c>CreateToken</c>.</summary>
internal sealed class Trial : IAsyncDisposable
{
    public const string ClientSecret = "s3cret-of-the-client";
    public const string DeviceCode = "s3cret-device-code";

    /// <summary>What a good server responds.</summary>
    public static readonly Script Good = Script.Respond("200 OK", """{"accessToken":"good","expiresIn":28800}""");

    private readonly Lazy<SsoOidcClient> _client;
    private readonly Lazy<VaultClient> _vault;

    public Trial(params IEnumerable<Script> scripts)
        : this(new HostileServer(scripts)) { }

    public Trial(HostileServer server)
    {
        Server = server;
        Options = new ServiceClientOptions
        {
            Region = "eu-central-1",
            Endpoint = server.Endpoint,
            TimeProvider = Time,
            Environment = new AwsEnvironment(Path.GetTempPath()),
            Credentials = new AwsCredentials("AKIDEXAMPLE", "s3cret-key", "s3cret-session"),
            BearerToken = static _ => ValueTask.FromResult("s3cret-bearer"),
        };
        _client = new Lazy<SsoOidcClient>(() => Http is null ? new(Options) : new(Http, Options));
        _vault = new Lazy<VaultClient>(() => Http is null ? new(Options) : new(Http, Options));
    }

    public HostileServer Server { get; }

    public PassingTime Time { get; } = new();

    /// <summary>To be changed before the first call.</summary>
    public ServiceClientOptions Options { get; }

    /// <summary>Null: the client has a handler of its own.</summary>
    public HttpClient? Http { get; init; }

    /// <summary>A client of a model with everything in it that sign-in does without.</summary>
    public VaultClient Vault => _vault.Value;

    public Task<CreateTokenResponse> CallAsync(CancellationToken cancellationToken = default) =>
        _client.Value.CreateTokenAsync(
            new CreateTokenRequest
            {
                ClientId = "client",
                ClientSecret = ClientSecret,
                GrantType = "urn:ietf:params:oauth:grant-type:device_code",
                DeviceCode = DeviceCode,
            },
            cancellationToken
        );

    /// <summary>Calls, and expects exactly this exception after so many attempts; nothing in it may be secret.</summary>
    public async Task<T> FailsAsync<T>(int attempts)
        where T : ServiceException => AssertFailure<T>(await Record.ExceptionAsync(() => CallAsync()), attempts);

    /// <inheritdoc cref="FailsAsync"/>
    public static T AssertFailure<T>(Exception? failure, int attempts)
        where T : ServiceException
    {
        T error = Assert.IsType<T>(failure);
        Assert.Equal(attempts, error.Attempts);
        AssertNoSecret(error);
        return error;
    }

    public static void AssertNoSecret(ServiceException error)
    {
        Assert.DoesNotContain("s3cret", error.ToString());
        Assert.All(
            error.GetType().GetProperties(),
            property => Assert.DoesNotContain("s3cret", $"{property.GetValue(error)}")
        );
    }

    /// <summary>What happened leaves nothing behind: the next call of the same client gets the response made for it.</summary>
    public async Task RecoversAsync()
    {
        Server.Play(Good);
        Assert.Equal("good", (await CallAsync()).AccessToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }

        if (_vault.IsValueCreated)
        {
            _vault.Value.Dispose();
        }

        Http?.Dispose();
        await Server.DisposeAsync();
    }
}
