using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Partitions;

/// <summary>Regular expressions of the form <c>^prefix\-\w+\-\d+$</c>, by which partitions claim regions.</summary>
internal static class RegionPattern
{
    private const string Start = "^";
    private const string End = "-\\w+-\\d+$";

    /// <summary>The prefixes that match. Null when the pattern is of another form.</summary>
    public static EquatableArray<string>? Prefixes(string pattern)
    {
        string plain = pattern.Replace("\\-", "-");
        if (
            !plain.StartsWith(Start, StringComparison.Ordinal)
            || !plain.EndsWith(End, StringComparison.Ordinal)
            || plain.Length <= Start.Length + End.Length
        )
        {
            return null;
        }

        List<string> prefixes = [""];
        string rest = plain.Substring(Start.Length, plain.Length - Start.Length - End.Length);
        while (rest.Length > 0)
        {
            string[] alternatives;
            if (rest[0] == '(' && rest.IndexOf(')') is > 0 and var close)
            {
                alternatives = rest.Substring(1, close - 1).Split('|');
                rest = rest.Substring(close + 1);
            }
            else
            {
                alternatives = [rest.Substring(0, 1)];
                rest = rest.Substring(1);
            }

            if (!alternatives.All(IsPlain))
            {
                return null;
            }

            prefixes = [.. prefixes.SelectMany(_ => alternatives, static (prefix, next) => prefix + next)];
        }

        return prefixes.ToEquatableArray();
    }

    private static bool IsPlain(string text) =>
        text.Length > 0
        && text.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-');
}
