using System.Runtime.CompilerServices;
using SsoOidc.Emulator;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli.Tests.InProcess;

/// <summary>
/// Runs the tool inside the process of the tests, whose home directory and settings of AWS are its own. As there is one
/// environment for all, the tests that use it belong to one collection.
/// </summary>
[CollectionDefinition(nameof(ProcessHome))]
public sealed class ProcessHome : IAsyncDisposable
{
    private readonly SsoOidcEmulator _emulator;

    private ProcessHome(SsoOidcEmulator emulator) => _emulator = emulator;

    internal SsoOidcEmulator Emulator => _emulator;

    internal static TempHome Home { get; } = new();

    internal string Endpoint => _emulator.BaseAddress.AbsoluteUri.TrimEnd('/');

    /// <summary>Before anything asks where the home directory is.</summary>
    [ModuleInitializer]
    internal static void MoveHome()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys.Cast<string>().ToList())
        {
            if (name.StartsWith("AWS_", StringComparison.Ordinal))
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }

        Environment.SetEnvironmentVariable("HOME", Home.Path);
        AppDomain.CurrentDomain.ProcessExit += static (_, _) => Home.Dispose();
    }

    /// <summary>Starts with an empty home, and with an emulator that approves every sign-in.</summary>
    internal static async Task<ProcessHome> CreateAsync()
    {
        Assert.SkipUnless(
            AwsEnvironment.Process.HomeDirectory == Home.Path,
            "The home directory of a process cannot be moved on this system."
        );
        foreach (string folder in Directory.GetDirectories(Home.Path))
        {
            Directory.Delete(folder, recursive: true);
        }

        ProcessHome home = new(await SsoOidcEmulator.StartAsync(new EmulatorOptions { AutoApprove = true }));
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", home.Endpoint);
        return home;
    }

    internal static Task<CliResult> RunAsync(params string[] args) => RunAsync(TestConsole.Plain(), args);

    internal static async Task<CliResult> RunAsync(TestConsole output, params string[] args)
    {
        TestConsole error = TestConsole.Plain();
        int exitCode = await CommandLine.RunAsync(args, new CliHost(output.Console, error.Console));
        return new CliResult(exitCode, output.Text, error.Text);
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", null);
        await _emulator.DisposeAsync();
    }
}
