namespace SsoOidcGen.Planning;

/// <summary>Matches a name against a pattern in which <c>*</c> stands for any text and <c>?</c> for one character.</summary>
internal static class Glob
{
    public static bool IsPattern(string text) => text.IndexOfAny(['*', '?']) >= 0;

    public static bool Matches(string pattern, string name)
    {
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                retry = n;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n]))
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++retry;
            }
            else
            {
                return false;
            }
        }

        return pattern.Skip(p).All(static c => c == '*');
    }
}
