using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Text;

/// <summary>Finds the namespaces of the library types that a piece of code mentions.</summary>
internal static class Usings
{
    /// <summary>By extension method or static member, with its dot where a member may be called so too.</summary>
    private static readonly Dictionary<string, string> Members = new()
    {
        ["SequenceEqual"] = "System",
        ["GetValueOrDefault"] = "System.Collections.Generic",
        [".Any"] = "System.Linq",
        [".Contains"] = "System.Linq",
        [".DefaultIfEmpty"] = "System.Linq",
        [".ElementAtOrDefault"] = "System.Linq",
        [".EnumerateRunes"] = "System.Linq",
        [".FirstOrDefault"] = "System.Linq",
        [".Keys"] = "System.Linq",
        [".LastOrDefault"] = "System.Linq",
        [".OfType"] = "System.Linq",
        [".Select"] = "System.Linq",
        [".SelectMany"] = "System.Linq",
        [".Values"] = "System.Linq",
        [".Where"] = "System.Linq",
        ["ConfigureAwait"] = "System.Threading.Tasks",
        ["ExpectObject"] = "SsoOidcGen.Runtime.CompilerServices",
        ["NextMember"] = "SsoOidcGen.Runtime.CompilerServices",
        ["NextUnionMember"] = "SsoOidcGen.Runtime.CompilerServices",
        ["WriteDoubleValue"] = "SsoOidcGen.Runtime.CompilerServices",
        ["WriteEpochSecondsValue"] = "SsoOidcGen.Runtime.CompilerServices",
        ["WriteSingleValue"] = "SsoOidcGen.Runtime.CompilerServices",
    };

    /// <summary>In the order of their names, those of the platform first.</summary>
    public static IEnumerable<string> Of(string code)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        int start = 0;
        for (int i = 0; i <= code.Length; i++)
        {
            if (i < code.Length && (char.IsLetterOrDigit(code[i]) || code[i] == '_'))
            {
                continue;
            }

            if (i > start && char.IsUpper(code[start]))
            {
                Add(code.Substring(start, i - start), found);
                if (start > 0 && code[start - 1] == '.')
                {
                    Add(code.Substring(start - 1, i - start + 1), found);
                }
            }

            start = i + 1;
        }

        return found
            .OrderBy(static name => !name.StartsWith("System", StringComparison.Ordinal))
            .ThenBy(static name => name, StringComparer.Ordinal);
    }

    private static void Add(string word, HashSet<string> found)
    {
        if (LibraryTypes.Namespaces.TryGetValue(word, out string? name) || Members.TryGetValue(word, out name))
        {
            found.Add(name);
        }
    }
}
