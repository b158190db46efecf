using System.Net.Sockets;
using StackExchange.Redis;

namespace SsoOidc.Interop.Redis;

/// <summary>A Redis server of a test's own, on a Unix socket in a temporary folder; nothing is kept.</summary>
internal sealed class RedisServer : IAsyncDisposable
{
    private const string Ready = "ready to accept connections";
    private readonly TempHome _home;
    private readonly ChildProcess _process;
    private readonly ConfigurationOptions _options;
    private readonly ConnectionMultiplexer _connection;

    private RedisServer(TempHome home, ChildProcess process, ConfigurationOptions options)
    {
        _home = home;
        _process = process;
        _options = options;
        _connection = ConnectionMultiplexer.Connect(options);
    }

    /// <summary>What the server holds, as seen past the cache.</summary>
    public IDatabase Database => _connection.GetDatabase();

    public static async Task<RedisServer> StartAsync()
    {
        string program = ForeignProgram.RedisServer();
        TempHome home = new();
        string socket = Path.Combine(home.Path, "redis");
        string[] settings = ["--port 0", $"--unixsocket {socket}", $"--dir {home.Path}", "--save ", "--appendonly no"];
        ChildProcess process = ChildProcess.Start(
            home,
            [program, .. settings.SelectMany(setting => setting.Split(' '))]
        );
        string? line = await process.ReadLineAsync(line => line.Contains(Ready, StringComparison.OrdinalIgnoreCase));
        Assert.True(line is not null, "redis-server ended before it was ready.");
        return new RedisServer(
            home,
            process,
            new ConfigurationOptions { EndPoints = { new UnixDomainSocketEndPoint(socket) } }
        );
    }

    /// <summary>A connection of its own for one machine of a service.</summary>
    public ConnectionMultiplexer Connect() => ConnectionMultiplexer.Connect(_options);

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        _process.Dispose();
        _home.Dispose();
    }
}
