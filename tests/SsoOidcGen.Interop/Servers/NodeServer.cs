using System.Globalization;

namespace SsoOidcGen.Interop.Servers;

/// <summary>A server of an npm package, in a process of its own on a free port of the loopback interface; nothing is kept.</summary>
internal sealed class NodeServer : IServer
{
    private const string Ready = "listening on ";
    private readonly TempHome _home;
    private readonly ChildProcess _process;

    private NodeServer(TempHome home, ChildProcess process, int port)
    {
        _home = home;
        _process = process;
        Options = new ServiceClientOptions
        {
            Region = "us-east-1",
            Endpoint = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")),
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            Environment = new AwsEnvironment(home.Path),
        };
    }

    public ServiceClientOptions Options { get; }

    /// <param name="package">A package that <c>serve.mjs</c> knows.</param>
    public static async Task<NodeServer> StartAsync(string package)
    {
        await NodePackages.InstallAsync();
        TempHome home = new();
        ChildProcess process = ChildProcess.Start(home, ["node", NodePackages.Path("serve.mjs"), package]);
        string? line = await process.ReadLineAsync(line => line.StartsWith(Ready, StringComparison.Ordinal));
        if (line is null)
        {
            CliResult result = await process.WaitAsync();
            home.Dispose();
            Assert.Fail($"{package} ended before it listened: {result.Error}");
        }

        return new NodeServer(home, process, int.Parse(line[Ready.Length..], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        _process.Dispose();
        _home.Dispose();
    }
}
