namespace SsoOidcGen.Testing;

/// <summary>A fenced block of a Markdown page.</summary>
/// <param name="Page">The page, as a path below the repository's root.</param>
/// <param name="Line">The line of the page on which the block's text begins, from 1.</param>
/// <param name="Heading">The text of the heading above it.</param>
/// <param name="Language">What follows the opening fence, for example <c>csharp</c>.</param>
/// <param name="Text">The text, without the indentation of the fence.</param>
internal sealed record CodeBlock(string Page, int Line, string Heading, string Language, string Text)
{
    /// <summary>What a reader types: the lines after <c>$</c>, continued lines joined, without comments.</summary>
    public IEnumerable<string> Commands =>
        (Language == "console" ? Prompted() : Text.Replace("\\\n", "", StringComparison.Ordinal).Split('\n'))
            .Select(static line => line.Split(" #")[0].Trim())
            .Where(static line => line.Length > 0);

    public override string ToString() => $"{Page}:{Line}";

    private IEnumerable<string> Prompted() =>
        Text.Split('\n')
            .Where(static line => line.StartsWith("$ ", StringComparison.Ordinal))
            .Select(static line => line[2..]);
}
