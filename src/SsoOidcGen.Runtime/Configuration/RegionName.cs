namespace SsoOidcGen.Runtime;

/// <summary>The form of region names: they become part of a host name (RFC 1123 §2.1).</summary>
internal static class RegionName
{
    private const int MaxLength = 63;
    private const string FipsPrefix = "fips-";
    private const string FipsSuffix = "-fips";

    public static bool IsValid(string name)
    {
        bool isNumber = true;
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }

            isNumber &= char.IsAsciiDigit(c);
        }

        return !isNumber && name.Length <= MaxLength && name[0] != '-' && name[^1] != '-';
    }

    /// <summary>Takes the mark of an old FIPS pseudo-region, such as <c>fips-us-east-1</c>, off its name.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool TryTakeFipsMark(ref string name)
    {
        string plain =
            name.StartsWith(FipsPrefix, StringComparison.Ordinal) ? name[FipsPrefix.Length..]
            : name.EndsWith(FipsSuffix, StringComparison.Ordinal) ? name[..^FipsSuffix.Length]
            : name;
        bool isMarked = plain.Length < name.Length;
        name = plain;
        return isMarked;
    }
}
