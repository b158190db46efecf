namespace SsoOidc;

/// <summary>
/// A lock between processes. It is the operating system's lock on an open file, so a process that dies frees it.
/// The file stays, because deleting it would let two others in at once; while it is held, a file beside it says by whom.
/// </summary>
internal sealed class FileLock : IAsyncDisposable
{
    // What the systems report when another process holds the file: a sharing violation on Windows, EAGAIN on Linux and on macOS.
    private static readonly int[] s_heldByOther = [unchecked((int)0x80070020), 11, 35];
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);
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
        File.Delete(_ownerPath);
        return _file.DisposeAsync();
    }

    private static FileLock Open(string path, TimeProvider timeProvider)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        AtomicFile.SetMode(options);
        FileStream file = new(path, options);
        try
        {
            string since = CacheTimestamp.Format(timeProvider.GetUtcNow());
            File.WriteAllText(
                OwnerPath(path),
                $"process {Environment.ProcessId} on {Environment.MachineName} since {since}"
            );
            return new FileLock(file, OwnerPath(path));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static string Owner(string path)
    {
        try
        {
            return File.ReadAllText(OwnerPath(path));
        }
        catch (IOException)
        {
            return "another process";
        }
    }

    private static string OwnerPath(string path) => path + ".owner";
}
