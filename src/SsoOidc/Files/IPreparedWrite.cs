namespace SsoOidc;

/// <summary>A write whose room has been made: <see cref="CommitAsync"/> replaces the entry, disposal without it leaves the entry as it was.</summary>
public interface IPreparedWrite : IAsyncDisposable
{
    /// <summary>Writes or replaces the entry; once at most.</summary>
    /// <param name="content">The text in UTF-8. It may be longer than what room was made for, and can fail for it then.</param>
    /// <param name="cancellationToken">Cancels the write; the entry is then the old or the new one.</param>
    ValueTask CommitAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default);
}
