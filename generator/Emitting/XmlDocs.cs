using SsoOidcGen.Emitting.Documentation;

namespace SsoOidcGen.Emitting;

/// <summary>Documentation comments made of a model's HTML.</summary>
internal static class XmlDocs
{
    /// <summary>Writes the first paragraph as summary, and what follows as remarks.</summary>
    /// <param name="fallback">XML that stands in where the model does not begin with a paragraph.</param>
    public static void Write(CodeWriter code, string html, string fallback)
    {
        IReadOnlyList<DocumentationBlock> blocks = HtmlToXml.Convert(html);
        bool hasSummary = blocks.Count > 0 && blocks[0].IsParagraph;
        WriteElement(code, "<summary>", [hasSummary ? blocks[0].Xml : fallback], "</summary>");
        WriteRemarks(code, [.. hasSummary ? blocks.Skip(1) : blocks]);
    }

    /// <summary>Writes when a method throws an exception of the generated code: the first sentence of its documentation.</summary>
    public static void WriteException(CodeWriter code, string name, string html)
    {
        DocumentationBlock first = HtmlToXml.Convert(html).FirstOrDefault(static block => block.IsParagraph);
        WriteElement(
            code,
            $"<exception cref=\"{name}\">",
            [first.Xml is null ? "The service returned this error." : FirstSentence(first.Xml)],
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

    /// <summary>A sentence ends with a full stop outside of tags and elements, when a capital letter follows.</summary>
    private static string FirstSentence(string xml)
    {
        int depth = 0;
        for (int i = 0; i < xml.Length - 2; i++)
        {
            if (xml[i] == '<')
            {
                depth += xml[i + 1] == '/' ? -1 : 1;
                i = xml.IndexOf('>', i);
            }
            else if (depth == 0 && xml[i] == '.' && xml[i + 1] == ' ' && xml[i + 2] is (>= 'A' and <= 'Z') or '<')
            {
                return xml[..(i + 1)];
            }
        }

        return xml;
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
