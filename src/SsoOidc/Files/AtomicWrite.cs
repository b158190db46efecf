namespace SsoOidc;

/// <summary>A file beside the one it is to replace, of the size that the new content may have.</summary>
internal sealed class AtomicWrite : IPreparedWrite
{
    private const int ReplaceAttempts = 20;
    private static readonly TimeSpan s_replacePause = TimeSpan.FromMilliseconds(25);
    private readonly string _target;
    private readonly FileStream _file;
    private bool _isCommitted;

    private AtomicWrite(string target, FileStream file)
    {
        _target = target;
        _file = file;
    }

    public static async Task<AtomicWrite> PrepareAsync(
        string target,
        int size,
        UnixFileMode mode,
        CancellationToken cancellationToken
    )
    {
        AtomicFile.CreateDirectory(Path.GetDirectoryName(target)!);
        AtomicFile.DeleteUnfinished(target);
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        AtomicFile.SetMode(options, mode);
        AtomicWrite write = new(target, new FileStream(AtomicFile.NewUnfinishedName(target), options));
        try
        {
            await write.ReserveAsync(size, cancellationToken).ConfigureAwait(false);
            return write;
        }
        catch
        {
            await write.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask CommitAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        await _file.WriteAsync(content, cancellationToken).ConfigureAwait(false);
        _file.SetLength(content.Length);
        _file.Flush(flushToDisk: true);
        await _file.DisposeAsync().ConfigureAwait(false);
        await ReplaceAsync(cancellationToken).ConfigureAwait(false);
        _isCommitted = true;
        DirectoryFlush.TryRun(Path.GetDirectoryName(_target)!);
    }

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync().ConfigureAwait(false);
        if (!_isCommitted)
        {
            AtomicFile.TryDelete(_file.Name);
        }
    }

    /// <summary>Writes zeros to the disk: a quota or a full disk shows now, which a preallocated or sparse file would not always do.</summary>
    private async Task ReserveAsync(int size, CancellationToken cancellationToken)
    {
        if (size > 0)
        {
            await _file.WriteAsync(new byte[size], cancellationToken).ConfigureAwait(false);
            _file.Flush(flushToDisk: true);
            _file.Position = 0;
        }
    }

    /// <summary>On Windows a file that someone is reading cannot be replaced at that moment.</summary>
    private async Task ReplaceAsync(CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                File.Move(_file.Name, _target, overwrite: true);
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
