namespace SsoOidc;

/// <summary>Reads entries where one that cannot be read harms only itself.</summary>
internal static class EntryReading
{
    /// <param name="store">The store.</param>
    /// <param name="name">The entry's name.</param>
    /// <param name="parse">Makes something of the content, or throws <see cref="FormatException"/>.</param>
    /// <param name="warn">Takes a sentence that says what is wrong with the entry; it holds no secret.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Null when there is no such entry, or it cannot be read.</returns>
    public static async Task<T?> TryReadAsync<T>(
        this ITokenStore store,
        string name,
        Func<byte[], T?> parse,
        Action<string>? warn,
        CancellationToken cancellationToken
    )
        where T : class
    {
        try
        {
            return await store.ReadAsync(name, cancellationToken).ConfigureAwait(false) is { } content
                ? parse(content)
                : null;
        }
        catch (Exception exception) when (IsUnreadable(exception))
        {
            warn?.Invoke($"{store.LocationOf(name)} is skipped: {exception.Message.TrimEnd('.')}.");
            return null;
        }
    }

    /// <summary>Tells what is wrong with an entry from what is wrong with the program.</summary>
    public static bool IsUnreadable(Exception exception) =>
        exception is FormatException or IOException or UnauthorizedAccessException;

    /// <summary>What messages call an entry: its file, if it is one.</summary>
    public static string LocationOf(this ITokenStore store, string name) =>
        store is FileTokenStore files ? files.PathOf(name) : name;
}
