namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Documentation as HTML. Smithy's is CommonMark, of which HTML is a part, and AWS writes nothing else.</summary>
internal static class Documentation
{
    public static string Read(AstNode node) => ToHtml(node.Text(Trait.Documentation) ?? "");

    public static string ToHtml(string text) =>
        text.TrimStart().StartsWith("<", StringComparison.Ordinal) ? text : CommonMark.ToHtml(text);
}
