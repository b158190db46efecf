using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using SsoOidc.Emulator;
using SsoOidcGen.Runtime;
using StackExchange.Redis;

namespace SsoOidc.Interop.Redis;

/// <summary>Several machines with one sign-in, kept in a real Redis.</summary>
public sealed class DistributedTokenStoreTests : IAsyncLifetime
{
    private const string Name = "entry-1";
    private static readonly RedisKey s_key = $"ssooidc:{Name}";

    private static readonly SsoSession s_session = new()
    {
        Name = "dev",
        StartUrl = "https://d-1234567890.awsapps.com/start",
        Region = "us-east-1",
        Scopes = ["sso:account:access"],
    };

    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly List<RedisCache> _connections = [];
    private RedisServer? _server;

    private RedisServer Server => _server!;

    public async ValueTask InitializeAsync() => _server = await RedisServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _connections.ForEach(connection => connection.Dispose());
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_one_machine_writes_another_reads_until_it_is_removed()
    {
        DistributedTokenStore one = Machine();
        DistributedTokenStore other = Machine();

        await one.WriteAsync(Name, "entry"u8.ToArray());
        Assert.Equal("entry"u8.ToArray(), await other.ReadAsync(Name));
        await other.RemoveAsync(Name);
        Assert.Null(await one.ReadAsync(Name));
    }

    [Fact]
    public async Task An_entry_ends_with_its_lifetime()
    {
        DistributedTokenStore store = Machine();
        await store.WriteAsync(Name, "entry"u8.ToArray());

        TimeSpan? left = await Server.Database.KeyTimeToLiveAsync(s_key);
        await Server.Database.KeyExpireAsync(s_key, TimeSpan.Zero);

        Assert.InRange(left!.Value, store.Lifetime - TimeSpan.FromHours(1), store.Lifetime);
        Assert.Null(await store.ReadAsync(Name));
    }

    [Fact]
    public async Task A_lock_that_nobody_frees_ends_by_itself()
    {
        DistributedTokenStore store = Machine();
        await using IAsyncDisposable held = await store.LockAsync(Name, TimeSpan.FromMinutes(1));

        TimeSpan? left = await Server.Database.KeyTimeToLiveAsync($"{s_key}:lock");

        Assert.InRange(left!.Value, TimeSpan.Zero, store.LockTimeout);
    }

    [Fact]
    public async Task The_server_holds_no_secret()
    {
        await using SsoOidcEmulator emulator = await StartEmulatorAsync();
        using SsoLogin login = Login(emulator);
        SsoToken token = await login.SignInAsync();

        List<string> values = [];
        foreach (RedisKey key in (RedisKey[])(await Server.Database.ExecuteAsync("KEYS", "*"))!)
        {
            HashEntry[] fields = await Server.Database.HashGetAllAsync(key);
            values.AddRange(fields.Select(field => Encoding.Latin1.GetString((byte[])field.Value!)));
        }

        Assert.NotEmpty(values);
        Assert.All(
            (string[])[token.AccessToken, token.RefreshToken!, token.ClientSecret!],
            secret => Assert.All(values, value => Assert.DoesNotContain(secret, value))
        );
    }

    [Fact]
    public async Task Two_machines_that_need_a_token_refresh_it_once()
    {
        await using SsoOidcEmulator emulator = await StartEmulatorAsync();
        using HeldBackHandler network = new();
        using HttpClient slow = new(network);
        using SsoLogin one = Login(emulator, slow);
        using SsoLogin other = Login(emulator);
        SsoToken token = await other.SignInAsync();
        await Machine().WriteAsync(s_session.TokenName, (token with { ExpiresAt = DateTimeOffset.UtcNow }).ToJson());
        int before = emulator.Requests.Count;

        Task<SsoToken> refreshing = one.GetTokenAsync();
        await network.Reached;
        Task<SsoToken> waiting = other.GetTokenAsync();
        network.LetGo();
        SsoToken[] tokens = await Task.WhenAll(refreshing, waiting);

        Assert.Equal(tokens[0].AccessToken, tokens[1].AccessToken);
        Assert.NotEqual(token.AccessToken, tokens[0].AccessToken);
        Assert.Equal(before + 1, emulator.Requests.Count);
    }

    private static Task<SsoOidcEmulator> StartEmulatorAsync() =>
        SsoOidcEmulator.StartAsync(new EmulatorOptions { AutoApprove = true });

    private DistributedTokenStore Machine()
    {
        RedisCache connection = Server.Connect();
        _connections.Add(connection);
        return new DistributedTokenStore(connection, new DataProtector(_keys));
    }

    private SsoLogin Login(SsoOidcEmulator emulator, HttpClient? http = null) =>
        new(
            s_session,
            new SsoLoginOptions
            {
                TokenStore = Machine(),
                Method = SignInMethod.DeviceCode,
                OpenBrowser = null,
                HttpClient = http,
                Client = new ServiceClientOptions
                {
                    Endpoint = emulator.BaseAddress,
                    Environment = new AwsEnvironment("/nowhere"),
                },
            }
        );
}
