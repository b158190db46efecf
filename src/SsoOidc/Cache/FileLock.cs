using System.Text;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>
/// A lock between processes. It is the operating system's lock on an open file, so a process that dies frees it.
/// The file stays, because deleting it would let two others in together; while it is held, a file beside it says by whom.
/// </summary>
internal sealed class FileLock : IAsyncDisposable
{
    // What the systems report when another process holds the file: a sharing violation on Windows, EAGAIN on Linux and on macOS.
    private static readonly int[] s_heldByOther = [unchecked((int)0x80070020), 11, 35];
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);
    private const int MaxOwnerLength = 500;
    private readonly FileStream _file;
    private readonly string _ownerPath;

    private FileLock(FileStream file, string ownerPath)
    {
        _file = file;
        _ownerPath = ownerPath;
    }

    public static async Task<FileLock> AcquireAsync(
        string path,
        TimeSpan timeout,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        AtomicFile.CreateDirectory(Path.GetDirectoryName(path)!);
        long start = timeProvider.GetTimestamp();
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return Open(path, timeProvider);
            }
            catch (IOException exception) when (s_heldByOther.Contains(exception.HResult))
            {
                if (timeProvider.GetElapsedTime(start) >= timeout)
                {
                    throw new TimeoutException(
                        $"{path} was locked for {timeout.TotalSeconds:0} s by {Owner(path)}."
                            + " Try again; end that process if it hangs.",
                        exception
                    );
                }
            }

            await Task.Delay(s_pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync()
    {
        AtomicFile.TryDelete(_ownerPath);
        return _file.DisposeAsync();
    }

    private static FileLock Open(string path, TimeProvider timeProvider)
    {
        if (new FileInfo(path).LinkTarget is { } target)
        {
            throw new IOException($"{path} is a link to {target} where a lock file should be. Remove it.");
        }

        FileStreamOptions options = new()
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        AtomicFile.SetMode(options);
        FileLock held = new(new FileStream(path, options), OwnerPath(path));
        held.WriteOwner(timeProvider);
        return held;
    }

    /// <summary>The lock holds without it: it only helps whoever waits for long.</summary>
    private void WriteOwner(TimeProvider timeProvider)
    {
        string since = CacheTimestamp.Format(timeProvider.GetUtcNow());
        string owner = $"process {Environment.ProcessId} on {Environment.MachineName} since {since}";
        // A new file follows no link.
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        AtomicFile.SetMode(options);
        try
        {
            File.Delete(_ownerPath);
            using FileStream file = new(_ownerPath, options);
            file.Write(Encoding.UTF8.GetBytes(owner));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    private static string Owner(string path)
    {
        const string Unknown = "another process";
        try
        {
            string owner = Encoding.UTF8.GetString(BoundedFile.TryRead(OwnerPath(path)) ?? []);
            return owner.Length is > 0 and <= MaxOwnerLength && !owner.Any(char.IsControl) ? owner : Unknown;
        }
        catch (Exception exception) when (EntryReading.IsUnreadable(exception))
        {
            return Unknown;
        }
    }

    private static string OwnerPath(string path) => path + ".owner";
}
