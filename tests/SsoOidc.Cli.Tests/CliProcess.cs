using System.Diagnostics;

namespace SsoOidc.Cli.Tests;

/// <summary>A run of the tool as a process of its own, with redirected streams and nothing of this machine's settings.</summary>
internal sealed class CliProcess : IDisposable
{
    private const int InterruptSignal = 2;
    private readonly Process _process;
    private readonly Task<string> _error;

    private CliProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The lines of the output, as they come.</summary>
    public StreamReader Output => _process.StandardOutput;

    public static CliProcess Start(TempHome home, string[] args, params (string Name, string Value)[] environment)
    {
        // A process started in the background inherits that Ctrl+C is ignored; the tool's own must not depend on it.
        string[] prefix = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        ProcessStartInfo start = new(prefix[0], [.. prefix[1..], typeof(CommandLine).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            string name in start
                .Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal))
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment["HOME"] = start.Environment["USERPROFILE"] = home.Path;
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start)!;
        process.StandardInput.Close();
        return new CliProcess(process);
    }

    /// <summary>Runs the tool to its end.</summary>
    public static async Task<CliResult> RunAsync(
        TempHome home,
        string[] args,
        params (string Name, string Value)[] environment
    )
    {
        using CliProcess process = Start(home, args, environment);
        return await process.WaitAsync();
    }

    /// <summary>What Ctrl+C does.</summary>
    public void Interrupt()
    {
        using Process kill = Process.Start("kill", [$"-{InterruptSignal}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end; the output is what was not read before.</summary>
    public async Task<CliResult> WaitAsync()
    {
        string output = await Output.ReadToEndAsync();
        string error = await _error;
        await _process.WaitForExitAsync();
        return new CliResult(_process.ExitCode, output, error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
