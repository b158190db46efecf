namespace SsoOidc;

/// <summary>
/// Keeps tokens and client registrations: small JSON texts that hold secrets, under names of 40 hexadecimal digits.
/// An implementation must be safe for use by several threads.
/// </summary>
public interface ITokenStore
{
    /// <summary>Reads an entry whole, never half of one that is being written.</summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The text in UTF-8; null when there is no such entry.</returns>
    /// <exception cref="FormatException">What is stored there cannot be an entry, for example because it is too large.</exception>
    ValueTask<byte[]?> ReadAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Writes or replaces an entry.</summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="content">The text in UTF-8.</param>
    /// <param name="cancellationToken">Cancels the write; the entry is then the old or the new one.</param>
    ValueTask WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes room for an entry and leaves it as it is. A refresh token works once: what replaces it is asked for only when
    /// it can be stored, so everything that can fail should fail here (no space, no permission, no connection).
    /// </summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="size">How many bytes to make room for.</param>
    /// <param name="cancellationToken">Cancels the preparation.</param>
    ValueTask<IPreparedWrite> PrepareWriteAsync(string name, int size, CancellationToken cancellationToken = default);

    /// <summary>Removes an entry; one that does not exist is no error.</summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    ValueTask RemoveAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Takes the entry's lock, which one holder at a time has, in this process and all others that share the store.</summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="timeout">How long to wait for another holder; zero makes one attempt.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The lock. Disposal frees it and must not throw: the holder's result would be lost.</returns>
    /// <exception cref="TimeoutException">Another holder did not free it in time; the message names the holder where it is known.</exception>
    ValueTask<IAsyncDisposable> LockAsync(string name, TimeSpan timeout, CancellationToken cancellationToken = default);
}
