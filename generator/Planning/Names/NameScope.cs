namespace SsoOidcGen.Planning.Names;

/// <summary>Hands out names, each once.</summary>
internal sealed class NameScope(StringComparer comparer, IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, comparer);

    public bool IsTaken(string name) => _taken.Contains(name);

    /// <summary>The wanted name, or when it is taken the first free of: with the suffix, with the suffix and 2, 3, ….</summary>
    public string Claim(string wanted, string suffix = "")
    {
        string name = wanted;
        for (int number = 1; !_taken.Add(name); number++)
        {
            name =
                number == 1 && suffix.Length > 0
                    ? wanted + suffix
                    : $"{wanted}{suffix}{number + (suffix.Length > 0 ? 0 : 1)}";
        }

        return name;
    }
}
