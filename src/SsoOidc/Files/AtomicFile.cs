namespace SsoOidc;

/// <summary>Files that hold secrets: a reader, or a crash at any point, sees the old or the new content whole.</summary>
internal static class AtomicFile
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string UnfinishedExtension = ".tmp";

    // No living writer takes this long; one that waits for a service has made room before.
    private static readonly TimeSpan s_unfinishedAge = TimeSpan.FromMinutes(10);

    /// <summary>Writes beside the file and renames. New folders get mode 0700, the file 0600 unless another is given.</summary>
    public static async Task WriteAsync(
        string path,
        ReadOnlyMemory<byte> content,
        UnixFileMode mode = OwnerOnly,
        CancellationToken cancellationToken = default
    )
    {
        AtomicWrite write = await AtomicWrite
            .PrepareAsync(path, size: 0, mode, cancellationToken)
            .ConfigureAwait(false);
        await using (write.ConfigureAwait(false))
        {
            await write.CommitAsync(content, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Deletes a file, and what writers that died left beside it.</summary>
    public static void Delete(string path)
    {
        if (new DirectoryInfo(path) is { Exists: true, LinkTarget: null })
        {
            throw new IOException($"{path} is a directory where a file should be. Remove it.");
        }

        if (Directory.Exists(Path.GetDirectoryName(path)))
        {
            File.Delete(path);
            DeleteUnfinished(path);
        }
    }

    /// <summary>Deletes what writers of a file that died left beside it, as far as that is possible.</summary>
    public static void DeleteUnfinished(string path)
    {
        DirectoryInfo directory = new(Path.GetDirectoryName(path)!);
        try
        {
            foreach (FileInfo file in directory.EnumerateFiles($"{Path.GetFileName(path)}.*{UnfinishedExtension}"))
            {
                if (DateTime.UtcNow - file.LastWriteTimeUtc > s_unfinishedAge)
                {
                    file.Delete();
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    /// <summary>Deletes what is of no use any more; a failure is none.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    /// <summary>A name beside a file for what is to replace it.</summary>
    public static string NewUnfinishedName(string path) => $"{path}.{Path.GetRandomFileName()}{UnfinishedExtension}";

    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The mode of a file to be created; Windows has none.</summary>
    public static void SetMode(FileStreamOptions options, UnixFileMode mode = OwnerOnly)
    {
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }
    }
}
