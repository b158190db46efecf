namespace SsoOidcGen.Runtime;

/// <summary>The form of region names: <c>{prefix}-{word}-{number}</c>.</summary>
internal static class RegionPattern
{
    /// <summary>The prefix, by which partitions claim regions that they do not list; null for a name of another form.</summary>
    public static string? PrefixOf(string region)
    {
        int number = region.LastIndexOf('-');
        int word = number > 0 ? region.LastIndexOf('-', number - 1) : -1;
        return word > 0 && IsNumber(region.AsSpan(number + 1)) && IsWord(region.AsSpan(word + 1, number - word - 1))
            ? region[..word]
            : null;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }
}
