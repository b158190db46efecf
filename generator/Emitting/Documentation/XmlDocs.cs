using SsoOidcGen.Emitting.Documentation;
using SsoOidcGen.Emitting.Text;

namespace SsoOidcGen.Emitting.Documentation;

/// <summary>Documentation comments made of a model's HTML.</summary>
internal static class XmlDocs
{
    /// <summary>Writes the first sentence as summary, and what follows as remarks.</summary>
    /// <param name="fallback">XML for the summary where the model does not begin with a paragraph; null for none.</param>
    /// <returns>Whether there was anything to write.</returns>
    public static bool Write(CodeWriter code, string html, string? fallback = null)
    {
        IReadOnlyList<DocumentationBlock> blocks =
        [
            .. HtmlToXml.Convert(html).SkipWhile(static block => block.IsHeading),
        ];
        string? summary = fallback;
        if (blocks.Count > 0 && blocks[0].IsParagraph)
        {
            (summary, string rest) = Sentences.Split(blocks[0].Xml);
            IEnumerable<DocumentationBlock> others = blocks.Skip(1);
            blocks = rest.Length > 0 ? [new DocumentationBlock(rest, IsParagraph: true), .. others] : [.. others];
        }

        if (summary is not null)
        {
            WriteElement(code, "<summary>", [summary], "</summary>");
        }

        WriteRemarks(code, blocks);
        return summary is not null || blocks.Count > 0;
    }

    /// <summary>Writes when a method throws an exception of the generated code: the first sentence of its documentation.</summary>
    public static void WriteException(CodeWriter code, string name, string html)
    {
        DocumentationBlock first = HtmlToXml.Convert(html).FirstOrDefault(static block => block.IsParagraph);
        WriteElement(
            code,
            $"<exception cref=\"{name}\">",
            [first.Xml is null ? "The service returned this error." : Sentences.Split(first.Xml).First],
            "</exception>"
        );
    }

    /// <summary>Text for the inside of an element: one line, and nothing that XML does not allow.</summary>
    public static string Escape(string text)
    {
        InlineXml xml = new();
        xml.Text(text);
        return xml.Finish();
    }

    private static void WriteRemarks(CodeWriter code, IReadOnlyList<DocumentationBlock> blocks)
    {
        if (blocks.Count == 0)
        {
            return;
        }

        bool hasTags = blocks.Count > 1;
        IEnumerable<string> xml = blocks.Select(block =>
            block.IsParagraph && hasTags ? $"<para>{block.Xml}</para>" : block.Xml
        );
        WriteElement(code, "<remarks>", xml, "</remarks>");
    }

    private static void WriteElement(CodeWriter code, string open, IEnumerable<string> blocks, string close)
    {
        List<string> lines = [.. blocks.SelectMany(XmlLines.Wrap)];
        if (lines.Count == 1 && open.Length + lines[0].Length + close.Length <= XmlLines.Width)
        {
            code.Line($"/// {open}{lines[0]}{close}");
            return;
        }

        code.Line($"/// {open}");
        foreach (string line in lines)
        {
            code.Line($"/// {line}");
        }

        code.Line($"/// {close}");
    }
}
