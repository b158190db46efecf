using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Runs a profile's <c>credential_process</c>, for a minute at most.</summary>
internal sealed class ProcessLoader(ProcessSource source, TimeProvider clock) : CredentialsLoader
{
    private const int MaxComplaintLength = 4096;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public override string Source => source.Where;

    public override AwsCredentials Load()
    {
        using CancellationTokenSource deadline = new(Limit, clock);
        using Process process = Start();
        try
        {
            return Run(process, deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw Failed($"the command has not ended after {Limit.TotalSeconds} seconds and was stopped");
        }
    }

    private AwsCredentials Run(Process process, CancellationToken deadline)
    {
        // A pipe that is full stops the command, so that both are emptied at the same time.
        Task<byte[]> output = Task.Run(() => ReadUpTo(process.StandardOutput.BaseStream, BoundedFile.MaxLength + 1));
        Task<byte[]> complaint = Task.Run(() => ReadStart(process.StandardError.BaseStream));
        byte[] printed = output.WaitAsync(deadline).GetAwaiter().GetResult();
        if (printed.Length > BoundedFile.MaxLength)
        {
            process.Kill(entireProcessTree: true);
            throw Failed("the command prints more than 1 MiB");
        }

        string said = Encoding.UTF8.GetString(complaint.WaitAsync(deadline).GetAwaiter().GetResult()).Trim();
        WaitForExit(process, deadline);
        return process.ExitCode == 0
            ? ProcessCredentials.Parse(printed, source.Where, source.AccountId)
            : throw new CredentialsException(
                $"{source.Where}: the command ended with {process.ExitCode}. It says: {said}"
            );
    }

    /// <summary>A command that has closed its output ends soon, as a rule.</summary>
    private static void WaitForExit(Process process, CancellationToken deadline)
    {
        TimeSpan pause = TimeSpan.FromMilliseconds(50);
        while (!process.WaitForExit(pause))
        {
            deadline.ThrowIfCancellationRequested();
        }
    }

    private static byte[] ReadUpTo(Stream stream, int length)
    {
        byte[] content = new byte[length];
        return content[..stream.ReadAtLeast(content, length, throwOnEndOfStream: false)];
    }

    /// <summary>Reads to the end, and keeps the start.</summary>
    private static byte[] ReadStart(Stream stream)
    {
        byte[] start = ReadUpTo(stream, MaxComplaintLength);
        stream.CopyTo(Stream.Null);
        return start;
    }

    private Process Start()
    {
        try
        {
            return Process.Start(CommandLine.Parse(source, OperatingSystem.IsWindows()))!;
        }
        catch (Win32Exception exception)
        {
            throw Failed($"the command cannot be started: {exception.Message.TrimEnd('.')}", exception);
        }
    }

    private CredentialsException Failed(string problem, Exception? cause = null) =>
        new($"{source.Where}: {problem}. Run the command by hand, and correct it or remove the key.", cause);
}
