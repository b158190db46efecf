namespace SsoOidcGen.Emitting.Documentation;

/// <summary>An open list, or an open part of one.</summary>
/// <param name="HtmlName">Its name in HTML when it is a list, else null.</param>
/// <param name="OpenTag">Its opening tag in the documentation comment.</param>
/// <param name="CloseTag">Its closing tag.</param>
internal sealed record BlockElement(string? HtmlName, string OpenTag, string CloseTag)
{
    public static BlockElement Item { get; } = new(null, "<item>", "</item>");

    public static BlockElement Term { get; } = new(null, "<term>", "</term>");

    public static BlockElement Description { get; } = new(null, "<description>", "</description>");

    public bool IsList => HtmlName is not null;

    public static BlockElement List(string htmlName) =>
        new(htmlName, $"<list type=\"{(htmlName == "ol" ? "number" : "bullet")}\">", "</list>");
}
