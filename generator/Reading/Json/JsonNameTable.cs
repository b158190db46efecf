namespace SsoOidcGen.Reading.Json;

/// <summary>Keeps one string for each of the names that a file repeats.</summary>
internal sealed class JsonNameTable
{
    private readonly string?[] _recent = new string?[4096];

    public string Get(ReadOnlySpan<char> escaped, ref char[] buffer)
    {
        ref string? slot = ref _recent[Hash(escaped) & (_recent.Length - 1)];
        if (slot is { } known && escaped.SequenceEqual(known.AsSpan()))
        {
            return known;
        }

        string name = JsonText.Unescape(escaped, ref buffer);
        slot = name.Length == escaped.Length ? name : slot;
        return name;
    }

    private static int Hash(ReadOnlySpan<char> text)
    {
        int hash = 17;
        foreach (char c in text)
        {
            hash = unchecked((hash * 31) + c);
        }

        return hash;
    }
}
