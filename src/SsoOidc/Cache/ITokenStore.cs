namespace SsoOidc;

/// <summary>
/// Keeps tokens and client registrations: small JSON texts that hold secrets, under names of 40 hexadecimal digits.
/// An implementation must be safe for use by several threads.
/// </summary>
public interface ITokenStore
{
    /// <summary>Reads an entry whole, never half of one that is being written.</summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The text in UTF-8; null when there is no such entry.</returns>
    ValueTask<byte[]?> ReadAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Writes or replaces an entry.</summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="content">The text in UTF-8.</param>
    /// <param name="cancellationToken">Ends the writing; the entry is then the old or the new one.</param>
    ValueTask WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default);

    /// <summary>Removes an entry; one that does not exist is no error.</summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="cancellationToken">Ends the removing.</param>
    ValueTask RemoveAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Waits until nobody else, in this process or another that shares the store, holds the entry's lock, and takes it.</summary>
    /// <param name="name">The entry's name.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The lock, which is freed by disposing of it.</returns>
    /// <exception cref="TimeoutException">Another holder did not free it in time; the message names the holder where it is known.</exception>
    ValueTask<IAsyncDisposable> LockAsync(string name, CancellationToken cancellationToken = default);
}
