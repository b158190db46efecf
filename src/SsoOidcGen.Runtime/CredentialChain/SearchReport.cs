namespace SsoOidcGen.Runtime;

/// <summary>What a search has looked for, in order, and why there was nothing.</summary>
internal sealed class SearchReport
{
    private readonly List<string> _lines = [];

    public void Add(string source, string reason) => _lines.Add($"({_lines.Count + 1}) {source}: {reason}");

    /// <summary>The report with one more line, the last.</summary>
    public MissingCredentialsException ToException(string source, string reason)
    {
        SearchReport complete = new();
        complete._lines.AddRange(_lines);
        complete.Add(source, reason);
        return new MissingCredentialsException(
            $"The operation has to be signed and no credentials were found. Looked for, in this order: {string.Join("; ", complete._lines)}."
                + " Provide one of these, or set the Credentials option."
        );
    }
}
