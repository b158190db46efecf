using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Replaces the shared config file by one that has been checked. Owner and mode are kept.</summary>
internal static class ConfigFile
{
    /// <param name="file">The file; no link.</param>
    /// <param name="content">What it is to hold.</param>
    /// <param name="check">Reads a file with this content, and throws if it must not replace the other.</param>
    /// <param name="cancellationToken">Cancels the operation; the file is then the old or the new one.</param>
    public static Task ReplaceAsync(
        string file,
        byte[] content,
        Action<string> check,
        CancellationToken cancellationToken
    ) => ReplaceAsync(file, content, check, Environment.IsPrivilegedProcess, cancellationToken);

    // What root makes is root's, whoever the file belonged to.
    internal static async Task ReplaceAsync(
        string file,
        byte[] content,
        Action<string> check,
        bool isRoot,
        CancellationToken cancellationToken
    )
    {
        string candidate = AtomicFile.NewUnfinishedName(file);
        await AtomicFile.WriteAsync(candidate, content, cancellationToken: cancellationToken).ConfigureAwait(false);
        try
        {
            check(candidate);
            if (OperatingSystem.IsWindows() || !File.Exists(file))
            {
                await AtomicFile.WriteAsync(file, content, cancellationToken: cancellationToken).ConfigureAwait(false);
            }
            else if (!isRoot && MaySetMode(file))
            {
                UnixFileMode mode = File.GetUnixFileMode(file);
                await AtomicFile.WriteAsync(file, content, mode, cancellationToken).ConfigureAwait(false);
                // The mode of a new file is subject to the umask.
                File.SetUnixFileMode(file, mode);
            }
            else
            {
                Overwrite(file, content);
            }
        }
        finally
        {
            AtomicFile.TryDelete(candidate);
        }
    }

    /// <summary>Tells a file from a device such as <c>/dev/null</c>, which has no length and cannot be given one.</summary>
    /// <exception cref="ConfigurationException">It is not a regular file.</exception>
    public static void RequireRegular(string file)
    {
        if (new FileInfo(file) is not { Exists: true, Length: 0 })
        {
            return;
        }

        try
        {
            using FileStream stream = new(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            stream.SetLength(stream.Length);
        }
        catch (IOException exception)
        {
            throw new ConfigurationException(
                $"{file} is not a regular file, so nothing can be written to it. Name another file with AWS_CONFIG_FILE, or unset it.",
                exception
            );
        }
    }

    /// <summary>Whether a file is this user's, and so a new one would have the same owner: only the owner may set a mode, be it the same.</summary>
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static bool MaySetMode(string file)
    {
        try
        {
            File.SetUnixFileMode(file, File.GetUnixFileMode(file));
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Overwrite(string file, byte[] content)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        // A reader between the two steps finds empty lines, not the end of the old content.
        int padding = (int)Math.Max(0, stream.Length - content.Length);
        stream.Write([.. content, .. Enumerable.Repeat((byte)'\n', padding)]);
        stream.SetLength(content.Length);
        stream.Flush(flushToDisk: true);
    }
}
