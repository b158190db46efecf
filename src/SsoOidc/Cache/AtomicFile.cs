namespace SsoOidc;

/// <summary>Files that hold secrets: a reader, or a crash at any point, sees the old or the new content whole.</summary>
internal static class AtomicFile
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int ReplaceAttempts = 20;
    private const string UnfinishedExtension = ".tmp";
    private static readonly TimeSpan s_replacePause = TimeSpan.FromMilliseconds(25);

    // No living writer takes this long.
    private static readonly TimeSpan s_unfinishedAge = TimeSpan.FromMinutes(1);

    /// <summary>Reads a file without getting in the way of a writer; null when it does not exist.</summary>
    public static async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        FileStreamOptions options = new()
        {
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous,
        };
        try
        {
            FileStream file = new(path, options);
            await using (file.ConfigureAwait(false))
            {
                byte[] content = new byte[file.Length];
                // Tools that do not write atomically may have cut the file meanwhile.
                int length = await file.ReadAtLeastAsync(
                        content,
                        content.Length,
                        throwOnEndOfStream: false,
                        cancellationToken
                    )
                    .ConfigureAwait(false);
                return content[..length];
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes beside the file and renames. New folders get mode 0700, the file 0600 unless another is given.</summary>
    public static async Task WriteAsync(
        string path,
        ReadOnlyMemory<byte> content,
        UnixFileMode mode = OwnerOnly,
        CancellationToken cancellationToken = default
    )
    {
        CreateDirectory(Path.GetDirectoryName(path)!);
        string temporary = $"{path}.{Path.GetRandomFileName()}{UnfinishedExtension}";
        try
        {
            await WriteNewAsync(temporary, content, mode, cancellationToken).ConfigureAwait(false);
            await ReplaceAsync(temporary, path, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Deletes a file, and what writers that died left beside it.</summary>
    public static void Delete(string path)
    {
        DirectoryInfo directory = new(Path.GetDirectoryName(path)!);
        if (!directory.Exists)
        {
            return;
        }

        File.Delete(path);
        foreach (FileInfo file in directory.EnumerateFiles($"{Path.GetFileName(path)}.*{UnfinishedExtension}"))
        {
            if (DateTime.UtcNow - file.LastWriteTimeUtc > s_unfinishedAge)
            {
                file.Delete();
            }
        }
    }

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

    /// <summary>The mode of a file, for writing it anew with the same.</summary>
    public static UnixFileMode ModeOf(string path) =>
        OperatingSystem.IsWindows() ? OwnerOnly : File.GetUnixFileMode(path);

    /// <summary>The mode of a file to be created; Windows has none.</summary>
    public static void SetMode(FileStreamOptions options, UnixFileMode mode = OwnerOnly)
    {
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }
    }

    private static async Task WriteNewAsync(
        string path,
        ReadOnlyMemory<byte> content,
        UnixFileMode mode,
        CancellationToken cancellationToken
    )
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
        };
        SetMode(options, mode);
        FileStream file = new(path, options);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(content, cancellationToken).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
    }

    /// <summary>On Windows a file that someone is reading cannot be replaced at that moment.</summary>
    private static async Task ReplaceAsync(string source, string target, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                File.Move(source, target, overwrite: true);
                return;
            }
            catch (Exception exception)
                when (OperatingSystem.IsWindows()
                    && attempt < ReplaceAttempts
                    && exception is IOException or UnauthorizedAccessException
                )
            {
                await Task.Delay(s_replacePause, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
