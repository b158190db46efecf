using System.Text;
using Microsoft.AspNetCore.DataProtection;
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
    private readonly List<Machine> _machines = [];
    private RedisServer? _server;

    private RedisServer Server => _server!;

    public async ValueTask InitializeAsync() => _server = await RedisServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _machines.ForEach(machine => machine.Dispose());
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
    public async Task A_full_server_costs_no_refresh_token()
    {
        await using SsoOidcEmulator emulator = await StartEmulatorAsync();
        DistributedTokenStore store = Machine();
        using SsoLogin login = Login(emulator, store);
        SsoToken token = await login.SignInAsync();
        await ExpireAsync(store, s_session, token);
        int before = emulator.Requests.Count;
        await Server.Database.ExecuteAsync("CONFIG", "SET", "maxmemory", "1");

        SsoException exception = await Assert.ThrowsAsync<SsoException>(() => login.GetTokenAsync());
        Assert.Equal(before, emulator.Requests.Count);
        await Server.Database.ExecuteAsync("CONFIG", "SET", "maxmemory", "0");
        SsoToken refreshed = await login.GetTokenAsync();

        Assert.Contains("OOM", exception.Message);
        Assert.NotEqual(token.AccessToken, refreshed.AccessToken);
    }

    [Fact]
    public async Task The_server_holds_no_secret()
    {
        await using SsoOidcEmulator emulator = await StartEmulatorAsync();
        using SsoLogin login = Login(emulator, Machine());
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
        using SsoLogin one = Login(emulator, Machine(), slow);
        using SsoLogin other = Login(emulator, Machine());
        SsoToken token = await other.SignInAsync();
        await ExpireAsync(Machine(), s_session, token);
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

    [Fact]
    public async Task A_hundred_races_of_three_machines_give_one_refresh_each()
    {
        const int Races = 100;
        await using SsoOidcEmulator emulator = await StartEmulatorAsync();
        Jitter jitter = new(seed: 12);
        using HttpClient http = new(new SlowHandler(jitter));
        Machine[] machines = [Connect(), Connect(), Connect()];

        async Task<SsoToken> RaceAsync(int number)
        {
            SsoSession session = s_session with { Name = $"race-{number}" };
            DistributedTokenStore store = machines[0].CreateStore();
            using SsoLogin before = Login(emulator, store, session: session);
            SsoToken token = await before.SignInAsync();
            await ExpireAsync(store, session, token);
            SsoLogin[] racers =
            [
                .. machines.Select(machine =>
                    Login(emulator, new SlowStore(machine.CreateStore(), jitter), http, session)
                ),
            ];
            SsoToken[] refreshed = await Task.WhenAll(racers.Select(racer => racer.GetTokenAsync()));
            Array.ForEach(racers, racer => racer.Dispose());
            Assert.Single(refreshed.Select(token => token.AccessToken).Distinct());
            return token;
        }

        SsoToken[] tokens = await Task.WhenAll(Enumerable.Range(0, Races).Select(RaceAsync));

        string[] refreshes =
        [
            .. emulator.Requests.Select(request => request.Body).Where(body => body.Contains("\"refresh_token\"")),
        ];
        Assert.All(tokens, token => Assert.Single(refreshes, body => body.Contains(token.RefreshToken!)));
        Assert.Equal(Races, refreshes.Length);
    }

    private static Task<SsoOidcEmulator> StartEmulatorAsync() =>
        SsoOidcEmulator.StartAsync(new EmulatorOptions { AutoApprove = true });

    private static ValueTask ExpireAsync(DistributedTokenStore store, SsoSession session, SsoToken token) =>
        store.WriteAsync(session.TokenName, (token with { ExpiresAt = DateTimeOffset.UtcNow }).ToJson());

    private DistributedTokenStore Machine() => Connect().CreateStore();

    private Machine Connect()
    {
        Machine machine = new(Server.Connect(), _keys);
        _machines.Add(machine);
        return machine;
    }

    private static SsoLogin Login(
        SsoOidcEmulator emulator,
        ITokenStore store,
        HttpClient? http = null,
        SsoSession? session = null
    ) =>
        new(
            session ?? s_session,
            new SsoLoginOptions
            {
                TokenStore = store,
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
