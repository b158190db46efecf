namespace SsoOidcGen.Emitting.Documentation;

/// <summary>What begins on a line of its own in a documentation comment.</summary>
/// <param name="Xml">Text with inline elements, or a part of a list with its tags.</param>
/// <param name="IsParagraph">A paragraph outside of lists: it has no tag yet.</param>
internal readonly record struct DocumentationBlock(string Xml, bool IsParagraph)
{
    /// <summary>A paragraph that is bold from its beginning to its end, and no sentence.</summary>
    public bool IsHeading =>
        IsParagraph
        && Xml.StartsWith("<b>", StringComparison.Ordinal)
        && Xml.IndexOf("</b>", StringComparison.Ordinal) == Xml.Length - "</b>".Length
        && !Xml.EndsWith(".</b>", StringComparison.Ordinal);
}
