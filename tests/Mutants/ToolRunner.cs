using System.Diagnostics;

namespace SsoOidcGen.Mutants;

/// <summary>Runs other programs.</summary>
internal static class ToolRunner
{
    /// <exception cref="InvalidOperationException">The program failed; the message holds what it printed.</exception>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        (int? exitCode, string output) = await TryRunAsync(folder, Timeout.InfiniteTimeSpan, program, arguments);
        return exitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{output}");
    }

    /// <returns>The exit code, null when the program took longer than the limit, and what it printed.</returns>
    public static async Task<(int? ExitCode, string Output)> TryRunAsync(
        string folder,
        TimeSpan limit,
        string program,
        params string[] arguments
    )
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource deadline = new(limit);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (null, "");
        }
    }
}
