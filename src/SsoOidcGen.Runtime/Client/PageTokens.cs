using System.ComponentModel;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>What generated paginators ask about the tokens that lead from page to page.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PageTokens
{
    /// <summary>Services end a listing with an empty text as well as with none.</summary>
    public static string? NullIfEmpty(string? token) => string.IsNullOrEmpty(token) ? null : token;

    /// <inheritdoc cref="NullIfEmpty(string?)"/>
    public static IReadOnlyDictionary<string, T>? NullIfEmpty<T>(IReadOnlyDictionary<string, T>? token) =>
        token is { Count: > 0 } ? token : null;

    /// <summary>Whether two tokens that consist of several values lead to the same page.</summary>
    public static bool AreEqual<T>(IReadOnlyDictionary<string, T>? one, IReadOnlyDictionary<string, T>? other) =>
        one is null || other is null
            ? one == other
            : one.Count == other.Count
                && one.All(entry =>
                    other.TryGetValue(entry.Key, out T? value) && EqualityComparer<T>.Default.Equals(entry.Value, value)
                );
}
