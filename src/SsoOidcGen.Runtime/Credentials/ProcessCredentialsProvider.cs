using System.ComponentModel;
using System.Diagnostics;

namespace SsoOidcGen.Runtime;

/// <summary>Runs a profile's <c>credential_process</c> and keeps its credentials until they are about to expire.</summary>
/// <param name="command">The command.</param>
/// <param name="accountId">The account, unless the process says it.</param>
/// <param name="clock">Tells when credentials have to be renewed.</param>
internal sealed class ProcessCredentialsProvider(ConfigValue command, string? accountId, TimeProvider clock)
    : IAwsCredentialsProvider
{
    private static readonly TimeSpan RenewalWindow = TimeSpan.FromMinutes(10);

    private const int MaxComplaintLength = 4096;
    private readonly object _gate = new();
    private Task<AwsCredentials>? _credentials;

    /// <inheritdoc/>
    public async ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
    {
        Task<AwsCredentials> credentials;
        lock (_gate)
        {
            if (_credentials is null || IsOutdated(_credentials))
            {
                // The run is shared: the cancellation of one who waits does not end it for the others.
                _credentials = Task.Run(RunAsync, CancellationToken.None);
            }

            credentials = _credentials;
        }

        return await credentials.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private bool IsOutdated(Task<AwsCredentials> credentials) =>
        credentials.IsCompleted
        && (!credentials.IsCompletedSuccessfully || credentials.Result.Expiration - clock.GetUtcNow() < RenewalWindow);

    private async Task<AwsCredentials> RunAsync()
    {
        using Process process = Start();
        Task<string> errors = ReadStartAsync(process.StandardError);
        if (await TryReadAsync(process.StandardOutput).ConfigureAwait(false) is not { } output)
        {
            process.Kill(entireProcessTree: true);
            throw new MissingCredentialsException($"{command.Where}: the command prints more than 1 MiB.");
        }

        string complaint = (await errors.ConfigureAwait(false)).Trim();
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode == 0
            ? ProcessCredentials.Parse(output, command.Where, accountId)
            : throw new MissingCredentialsException(
                $"{command.Where}: the command ended with {process.ExitCode}. It says: {complaint}"
            );
    }

    /// <returns>Null when it is longer than a file that would be read.</returns>
    private static async Task<string?> TryReadAsync(StreamReader reader)
    {
        char[] text = new char[BoundedFile.MaxLength + 1];
        int length = await reader.ReadBlockAsync(text).ConfigureAwait(false);
        return length < text.Length ? new string(text, 0, length) : null;
    }

    /// <summary>Reads to the end, so that the command is not kept from writing, and keeps the start.</summary>
    private static async Task<string> ReadStartAsync(StreamReader reader)
    {
        char[] text = new char[MaxComplaintLength];
        int length = await reader.ReadBlockAsync(text).ConfigureAwait(false);
        await reader.BaseStream.CopyToAsync(Stream.Null).ConfigureAwait(false);
        return new string(text, 0, length);
    }

    private Process Start()
    {
        try
        {
            return Process.Start(CommandLine.Parse(command))!;
        }
        catch (Win32Exception exception)
        {
            throw new MissingCredentialsException(
                $"{command.Where}: the command cannot be started: {exception.Message}",
                exception
            );
        }
    }
}
