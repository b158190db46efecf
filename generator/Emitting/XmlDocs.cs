namespace SsoOidcGen.Emitting;

/// <summary>Documentation comments made of a model's HTML.</summary>
internal static class XmlDocs
{
    /// <summary>Writes a summary, and remarks when the documentation is longer than that.</summary>
    /// <param name="fallback">XML that stands in where the model says nothing.</param>
    public static void Write(CodeWriter code, string html, string fallback) =>
        code.Line($"/// <summary>{(html.Length == 0 ? fallback : Escape(OneLine(html)))}</summary>");

    /// <summary>Writes when a method throws an exception of the generated code.</summary>
    public static void WriteException(CodeWriter code, string name, string html) =>
        code.Line($"/// <exception cref=\"{name}\">{Escape(OneLine(html))}</exception>");

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static string OneLine(string text) => text.Replace("\r", " ").Replace("\n", " ");
}
