using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SsoOidc.Cli;

/// <summary>Runs a command in the tool's place: the same streams, the same signals, and its exit code.</summary>
internal static partial class CommandProcess
{
    /// <param name="words">The program and its arguments.</param>
    /// <param name="variables">Added to the environment; null takes one away.</param>
    /// <exception cref="CliException">The command cannot be started.</exception>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, IReadOnlyDictionary<string, string?> variables)
    {
        ProcessStartInfo start = new(words[0], words.Skip(1)) { UseShellExecute = false };
        foreach ((string name, string? value) in variables)
        {
            start.Environment[name] = value;
        }

        TaskCompletionSource<Process> started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        // A terminal sends Ctrl+C to the command as well; what was sent to the tool alone is passed on.
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ignore);
        using PosixSignalRegistration quit = PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Ignore);
        using PosixSignalRegistration end = PosixSignalRegistration.Create(
            PosixSignal.SIGTERM,
            context =>
            {
                // It may come while the command is being started, which must not be left behind.
                context.Cancel = true;
                _ = started.Task.ContinueWith(
                    static start => Terminate(start.Result),
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnRanToCompletion,
                    TaskScheduler.Default
                );
            }
        );
        using Process process = Start(start);
        started.SetResult(process);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new CliException(
                new Failure(
                    ExitCode.CommandNotFound,
                    "command_not_found",
                    $"{start.FileName} cannot be started: {exception.Message.TrimEnd('.')}.",
                    "Check the name of the command, and that it is in the PATH."
                )
            );
        }
    }

    private static void Ignore(PosixSignalContext context) => context.Cancel = true;

    private static void Terminate(Process process)
    {
        const int Sigterm = 15;
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
        }
        else
        {
            _ = Send(process.Id, Sigterm);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int process, int signal);
}
