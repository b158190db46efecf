namespace SsoOidcGen.Emitting.Documentation;

/// <summary>An open element inside a paragraph.</summary>
/// <param name="Name">Its name in HTML.</param>
/// <param name="Tag">Its name in the documentation comment; empty when only its text is shown.</param>
/// <param name="Attributes">Its attributes, with the space before them.</param>
internal readonly record struct InlineElement(string Name, string Tag, string Attributes = "")
{
    public string OpenTag => Tag.Length == 0 ? "" : $"<{Tag}{Attributes}>";

    public string CloseTag => Tag.Length == 0 ? "" : $"</{Tag}>";
}
