using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Text;

/// <summary>The namespaces of the library types that lines of code mention.</summary>
internal sealed class Usings
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

    /// <summary>The lengths of the names that begin with a character, as bits: a look at them spares most words of a text a string.</summary>
    private static readonly ulong[] Lengths = LengthsOf(LibraryTypes.Namespaces.Keys.Concat(Members.Keys));

    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    /// <summary>In the order of their names, those of the platform first.</summary>
    public IEnumerable<string> InOrder =>
        _found
            .OrderBy(static name => !name.StartsWith("System", StringComparison.Ordinal))
            .ThenBy(static name => name, StringComparer.Ordinal);

    public void AddFrom(string code)
    {
        int start = 0;
        for (int i = 0; i <= code.Length; i++)
        {
            if (i < code.Length && (char.IsLetterOrDigit(code[i]) || code[i] == '_'))
            {
                continue;
            }

            if (i > start && char.IsUpper(code[start]))
            {
                Add(code, start, i);
                if (start > 0 && code[start - 1] == '.')
                {
                    Add(code, start - 1, i);
                }
            }

            start = i + 1;
        }
    }

    private void Add(string code, int start, int end)
    {
        int length = end - start;
        if (code[start] >= Lengths.Length || length >= sizeof(ulong) * 8 || (Lengths[code[start]] >> length & 1) == 0)
        {
            return;
        }

        string word = code.Substring(start, length);
        if (LibraryTypes.Namespaces.TryGetValue(word, out string? name) || Members.TryGetValue(word, out name))
        {
            _found.Add(name);
        }
    }

    private static ulong[] LengthsOf(IEnumerable<string> names)
    {
        ulong[] lengths = new ulong[128];
        foreach (string name in names)
        {
            lengths[name[0]] |= 1UL << name.Length;
        }

        return lengths;
    }
}
