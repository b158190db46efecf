namespace SsoOidcGen.Emitting.Documentation;

/// <summary>
/// Turns HTML as models have it into the XML of a documentation comment. Any text is accepted; what comes out is well
/// formed, and an empty list or paragraph leaves no trace.
/// </summary>
internal sealed class HtmlToXml
{
    /// <summary>Lists that are nested deeper lose their tags, not their text.</summary>
    private const int MaxDepth = 24;

    private readonly List<DocumentationBlock> _blocks = [];
    private readonly InlineXml _paragraph = new();
    private readonly List<BlockElement> _open = [];

    /// <summary>How many of the open elements have their opening tag in a block already.</summary>
    private int _written;

    /// <summary>What the next paragraph begins with, for example <c>Note</c>.</summary>
    private string? _label;

    public static IReadOnlyList<DocumentationBlock> Convert(string html)
    {
        HtmlToXml converter = new();
        foreach (HtmlToken token in HtmlReader.Read(html))
        {
            switch (token.Kind)
            {
                case HtmlTokenKind.StartTag:
                    converter.Start(token.Value, token.Link);
                    break;
                case HtmlTokenKind.EndTag:
                    converter.End(token.Value);
                    break;
                default:
                    converter._paragraph.Text(token.Value);
                    break;
            }
        }

        converter.CloseTo(0);
        return converter._blocks;
    }

    private void Start(string name, string? link)
    {
        switch (name)
        {
            case "a" or "code" or "b" or "strong" or "i" or "em":
                _paragraph.Open(name, link);
                break;
            case "ul" or "ol" or "dl":
                StartList(name);
                break;
            case "li":
                StartPart(keepItem: false, BlockElement.Description);
                break;
            case "dt":
                StartPart(keepItem: false, BlockElement.Term);
                break;
            case "dd":
                StartPart(keepItem: true, BlockElement.Description);
                break;
            case "note" or "important" or "caution" or "warning" or "tip":
                EndParagraph();
                _label = char.ToUpperInvariant(name[0]) + name[1..];
                break;
            default:
                Separate(name);
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "a" or "code" or "b" or "strong" or "i" or "em":
                _paragraph.Close(name);
                break;
            case "ul" or "ol" or "dl":
                int list = _open.FindLastIndex(element => element.HtmlName == name);
                CloseTo(list < 0 ? _open.Count : list);
                break;
            case "li" or "dd":
                CloseTo(_open.FindLastIndex(static element => element.IsList) + 1);
                break;
            case "note" or "important" or "caution" or "warning" or "tip":
                EndParagraph();
                _label = null;
                break;
            case "fullname":
                // The service's name, which its client has too.
                _paragraph.Finish();
                break;
            default:
                Separate(name);
                break;
        }
    }

    /// <summary>Other elements of HTML that stand between paragraphs. Unknown ones are part of the text.</summary>
    private void Separate(string name)
    {
        if (name is "p" or "br" or "div" or "dt" or "pre" or "h1" or "h2" or "h3" or "h4" or "tr")
        {
            EndParagraph();
        }
    }

    private void StartList(string name)
    {
        EndParagraph();
        if (_label is not null)
        {
            AddParagraph("");
        }

        if (_open.Count < MaxDepth)
        {
            _open.Add(BlockElement.List(name));
        }
    }

    /// <summary>Begins a new item of the innermost list, or goes on with the item of a term.</summary>
    private void StartPart(bool keepItem, BlockElement part)
    {
        int list = _open.FindLastIndex(static element => element.IsList);
        if (list < 0)
        {
            EndParagraph();
            return;
        }

        int partIndex = list + 2;
        if (keepItem && _open.Count > partIndex && _open[partIndex] == BlockElement.Term)
        {
            CloseTo(partIndex);
        }
        else
        {
            CloseTo(list + 1);
            _open.Add(BlockElement.Item);
        }

        _open.Add(part);
    }

    private void CloseTo(int depth)
    {
        EndParagraph();
        for (int i = _open.Count - 1; i >= depth; i--)
        {
            if (i >= _written)
            {
                continue;
            }

            _written = i;
            if (_open[i].IsList)
            {
                _blocks.Add(new DocumentationBlock(_open[i].CloseTag, IsParagraph: false));
            }
            else
            {
                _blocks[^1] = new DocumentationBlock(_blocks[^1].Xml + _open[i].CloseTag, IsParagraph: false);
            }
        }

        _open.RemoveRange(depth, _open.Count - depth);
    }

    private void EndParagraph()
    {
        string xml = _paragraph.Finish();
        if (xml.Length > 0)
        {
            AddParagraph(xml);
        }
    }

    private void AddParagraph(string xml)
    {
        if (_label is not null)
        {
            xml = $"<b>{_label}:</b> {xml}".TrimEnd();
            _label = null;
        }

        string tags = "";
        for (; _written < _open.Count; _written++)
        {
            tags += _open[_written].OpenTag;
            if (_open[_written].IsList)
            {
                _blocks.Add(new DocumentationBlock(tags, IsParagraph: false));
                tags = "";
            }
        }

        bool startsPart = tags.Length > 0;
        _blocks.Add(
            startsPart || _open.Count == 0
                ? new DocumentationBlock(tags + xml, IsParagraph: !startsPart)
                : new DocumentationBlock($"<para>{xml}</para>", IsParagraph: false)
        );
    }
}
