using System.ComponentModel;
using System.Diagnostics;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Runs a profile's <c>credential_process</c>, for a minute at most.</summary>
internal sealed class ProcessLoader(ProcessSource source, TimeProvider clock) : CredentialsLoader
{
    private const int MaxComplaintLength = 4096;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public override string Source => source.Where;

    public override async Task<AwsCredentials> LoadAsync()
    {
        using CancellationTokenSource deadline = new(Limit, clock);
        using Process process = Start();
        try
        {
            return await RunAsync(process, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            throw Failed($"the command has not ended after {Limit.TotalSeconds} seconds and was stopped");
        }
    }

    private async Task<AwsCredentials> RunAsync(Process process, CancellationToken cancellationToken)
    {
        Task<string> errors = ReadStartAsync(process.StandardError, cancellationToken);
        if (await TryReadAsync(process.StandardOutput, cancellationToken).ConfigureAwait(false) is not { } output)
        {
            process.Kill(entireProcessTree: true);
            throw Failed("the command prints more than 1 MiB");
        }

        string complaint = (await errors.ConfigureAwait(false)).Trim();
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return process.ExitCode == 0
            ? ProcessCredentials.Parse(output, source.Where, source.AccountId)
            : throw new CredentialsException(
                $"{source.Where}: the command ended with {process.ExitCode}. It says: {complaint}"
            );
    }

    /// <returns>Null when it is longer than a file that would be read.</returns>
    private static async Task<string?> TryReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        char[] text = new char[BoundedFile.MaxLength + 1];
        int length = await reader.ReadBlockAsync(text, cancellationToken).ConfigureAwait(false);
        return length < text.Length ? new string(text, 0, length) : null;
    }

    /// <summary>Reads to the end, so that the command is not kept from writing, and keeps the start.</summary>
    private static async Task<string> ReadStartAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        char[] text = new char[MaxComplaintLength];
        int length = await reader.ReadBlockAsync(text, cancellationToken).ConfigureAwait(false);
        await reader.BaseStream.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        return new string(text, 0, length);
    }

    private Process Start()
    {
        try
        {
            return Process.Start(CommandLine.Parse(source))!;
        }
        catch (Win32Exception exception)
        {
            throw Failed($"the command cannot be started: {exception.Message.TrimEnd('.')}", exception);
        }
    }

    private CredentialsException Failed(string problem, Exception? cause = null) =>
        new($"{source.Where}: {problem}. Run the command by hand, and correct it or remove the key.", cause);
}
