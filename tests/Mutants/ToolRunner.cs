using System.Diagnostics;

namespace SsoOidcGen.Mutants;

/// <summary>Runs other programs.</summary>
internal static class ToolRunner
{
    /// <exception cref="InvalidOperationException">The program failed; the message holds what it printed.</exception>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(
        string folder,
        string program,
        string[] arguments,
        CancellationToken cancellationToken
    )
    {
        (int? exitCode, string output) = await TryRunAsync(
            folder,
            Timeout.InfiniteTimeSpan,
            program,
            arguments,
            cancellationToken
        );
        return exitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed:\n{output}");
    }

    /// <returns>The exit code, null when the program took longer than the limit, and what it printed.</returns>
    /// <exception cref="OperationCanceledException">The caller canceled; the program and its children are gone.</exception>
    public static async Task<(int? ExitCode, string Output)> TryRunAsync(
        string folder,
        TimeSpan limit,
        string program,
        string[] arguments,
        CancellationToken cancellationToken
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
                // A build node that outlives the build would keep the output open.
                Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
            }
        )!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        using CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            return (null, "");
        }
    }
}
