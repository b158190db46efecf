using System.Diagnostics;

namespace SsoOidcGen.Testing;

/// <summary>A run of a program, with redirected streams and nothing of this machine's AWS settings.</summary>
internal sealed class ChildProcess : IDisposable
{
    private const int InterruptSignal = 2;
    private const int TerminateSignal = 15;

    // A program that hangs must not hang the tests.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly Task<string> _error;

    private ChildProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Takes lines, unless it was closed.</summary>
    public StreamWriter Input => _process.StandardInput;

    /// <summary>The lines of the output, as they come.</summary>
    public StreamReader Output => _process.StandardOutput;

    /// <param name="home">What the program takes for the home directory.</param>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="environment">Environment variables to add.</param>
    public static ChildProcess Start(
        TempHome home,
        IReadOnlyList<string> command,
        params IEnumerable<(string Name, string Value)> environment
    )
    {
        ProcessStartInfo start = new(command[0], command.Skip(1))
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

        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Reads the output up to a line.</summary>
    /// <returns>The line; null when the output ended without it.</returns>
    public async Task<string?> ReadLineAsync(Predicate<string> wanted)
    {
        string? line;
        do
        {
            line = await Output.ReadLineAsync().WaitAsync(s_patience);
        } while (line is not null && !wanted(line));

        return line;
    }

    /// <summary>What Ctrl+C does.</summary>
    public void Interrupt() => Send(InterruptSignal);

    /// <summary>What asks a process to end.</summary>
    public void Terminate() => Send(TerminateSignal);

    /// <summary>Ends the process at once, without a chance to clean up.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>Waits for the end; the output is what was not read before.</summary>
    public async Task<CliResult> WaitAsync()
    {
        Input.Close();
        string output = await Output.ReadToEndAsync().WaitAsync(s_patience);
        string error = await _error;
        await _process.WaitForExitAsync();
        return new CliResult(_process.ExitCode, output, error);
    }

    private void Send(int signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
