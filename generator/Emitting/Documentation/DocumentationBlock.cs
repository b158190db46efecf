namespace SsoOidcGen.Emitting.Documentation;

/// <summary>What begins on a line of its own in a documentation comment.</summary>
/// <param name="Xml">Text with inline elements, or a part of a list with its tags.</param>
/// <param name="IsParagraph">A paragraph outside of lists: it has no tag yet.</param>
internal readonly record struct DocumentationBlock(string Xml, bool IsParagraph);
