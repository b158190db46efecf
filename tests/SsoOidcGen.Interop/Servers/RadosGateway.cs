using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SsoOidcGen.Interop.Servers;

/// <summary>
/// Ceph's S3 gateway over a monitor and a store in memory, on free ports of the loopback interface, started by the first test
/// that uses it. Unlike the servers in Node.js it checks signatures.
/// </summary>
public sealed class RadosGateway : IDisposable
{
    internal const string Name = "radosgw";

    private const string Package = "radosgw";
    private readonly TempHome _home = new();
    private readonly List<ChildProcess> _daemons = [];
    private readonly Lazy<Task<ServiceClientOptions>> _options;

    public RadosGateway() => _options = new Lazy<Task<ServiceClientOptions>>(StartAsync);

    internal async Task<IServer> UseAsync() => new Use(await _options.Value);

    public void Dispose()
    {
        foreach (ChildProcess daemon in _daemons)
        {
            daemon.Dispose();
        }

        _home.Dispose();
    }

    private async Task<ServiceClientOptions> StartAsync()
    {
        int monitorPort = FreePort();
        int port = FreePort();
        string cluster = Guid.NewGuid().ToString();
        string monitorMap = Path.Combine(_home.Path, "monmap");
        await File.WriteAllTextAsync(ConfigFile, Config(cluster, monitorPort));

        await RunAsync(
            "monmaptool",
            "--create",
            "--fsid",
            cluster,
            "--addv",
            "a",
            $"[v1:127.0.0.1:{monitorPort}]",
            monitorMap
        );
        await RunAsync("ceph-mon", "-i", "a", "--mkfs", "--monmap", monitorMap);
        Start("ceph-mon", "-i", "a", "-f");

        string store = Guid.NewGuid().ToString();
        Directory.CreateDirectory(Path.Combine(_home.Path, "osd"));
        await RunAsync("ceph", "osd", "new", store);
        await RunAsync("ceph-osd", "-i", "0", "--mkfs", "--osd-uuid", store);
        Start("ceph-osd", "-i", "0", "-f");

        AwsCredentials credentials = new("AKIDEXAMPLE", "secret");
        await RunAsync(
            "radosgw-admin",
            "user",
            "create",
            "--uid=tests",
            "--display-name=tests",
            $"--access-key={credentials.AccessKeyId}",
            $"--secret={credentials.SecretAccessKey}"
        );
        ChildProcess gateway = Start(
            "radosgw",
            "-f",
            "--log-to-stderr=true",
            $"--rgw-frontends=beast endpoint=127.0.0.1:{port}"
        );
        Assert.NotNull(await gateway.ReadLineAsync(static line => line.Contains("starting handler")));
        return new ServiceClientOptions
        {
            Region = "us-east-1",
            Endpoint = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            Credentials = credentials,
            Environment = new AwsEnvironment(_home.Path),
        };
    }

    private string ConfigFile => Path.Combine(_home.Path, "ceph.conf");

    /// <summary>Everything is in one folder and nothing is authenticated within the cluster, which keeps each object once.</summary>
    private string Config(string cluster, int monitorPort) =>
        $"""
            [global]
            fsid = {cluster}
            mon host = v1:127.0.0.1:{monitorPort}
            public addr = 127.0.0.1
            cluster addr = 127.0.0.1
            ms bind msgr2 = false
            auth cluster required = none
            auth service required = none
            auth client required = none
            run dir = {_home.Path}
            admin socket = {_home.Path}/$name.asok
            log file = {_home.Path}/$name.log
            pid file = {_home.Path}/$name.pid
            crash dir = {_home.Path}
            mon data = {_home.Path}/mon
            osd data = {_home.Path}/osd
            rgw data = {_home.Path}
            mon allow pool size one = true
            mon data avail crit = 1
            osd pool default size = 1
            osd pool default min size = 1
            osd pool default pg num = 1
            osd pool default pg autoscale mode = off
            osd crush chooseleaf type = 0
            osd objectstore = memstore

            """;

    private ChildProcess Start(string program, params IEnumerable<string> arguments)
    {
        string path = Programs.Require("/usr/bin/" + program, Package);
        ChildProcess process = ChildProcess.Start(_home, [path, "-c", ConfigFile, .. arguments]);
        _daemons.Add(process);
        return process;
    }

    private async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        string path = Programs.Require("/usr/bin/" + program, Package);
        using ChildProcess process = ChildProcess.Start(_home, [path, "-c", ConfigFile, .. arguments]);
        CliResult result = await process.WaitAsync();
        Assert.True(result.ExitCode == 0, $"{program}: {result.Error}");
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The use of one test, which leaves the gateway to the next one.</summary>
    private sealed class Use(ServiceClientOptions options) : IServer
    {
        public ServiceClientOptions Options => options;

        public void Dispose() { }
    }
}
