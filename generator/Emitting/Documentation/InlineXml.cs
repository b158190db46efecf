using System.Text;

namespace SsoOidcGen.Emitting.Documentation;

/// <summary>
/// The text of a paragraph as XML on one line: white space is collapsed, characters that XML does not allow are left
/// out, every tag is closed, and elements without text disappear.
/// </summary>
internal sealed class InlineXml
{
    /// <summary>Keeps the search for an opening tag short. Deeper elements lose their tags, not their text.</summary>
    private const int MaxDepth = 16;

    private readonly StringBuilder _xml = new();
    private readonly List<InlineElement> _open = [];

    /// <summary>How many of the open elements have their opening tag in the XML already.</summary>
    private int _written;

    private bool _isSpacePending;

    /// <summary>An element began or ended that is a word of its own, so letters next to it belong to another.</summary>
    private bool _isJoint;

    /// <summary>The last character of the text.</summary>
    private char _last;

    public void Text(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                _isSpacePending = _xml.Length > 0;
                _isJoint = false;
            }
            else if (char.IsSurrogate(c))
            {
                if (char.IsSurrogatePair(text, i))
                {
                    StartCharacter();
                    _xml.Append(text, i++, 2);
                }
            }
            else if (c is >= ' ' and < '\uFFFE')
            {
                // Models leave spaces before the full stop that follows a link.
                _isSpacePending &= !EndsClause(text, i) || _written < _open.Count;
                _isSpacePending |= _isJoint && (_written < _open.Count ? StartsWord(c) : IsWord(text, i));
                StartCharacter();
                WriteCharacter(c);
                _isJoint = false;
                _last = c;
            }
        }
    }

    public void Open(string name, string? link)
    {
        if (_open.Count < MaxDepth)
        {
            _isJoint |= name is "a" or "code" && !IsInLiteral();
            _open.Add(Element(name, link));
        }
    }

    /// <summary>Closes the innermost element of this name, and what is open inside it.</summary>
    public void Close(string name)
    {
        int index = _open.FindLastIndex(element => element.Name == name);
        if (index >= 0)
        {
            bool hasText = index < _written;
            CloseTo(index);
            _isJoint = hasText && name is "a" or "code" or "b" or "strong" && !IsInLiteral();
        }
    }

    /// <summary>Returns the XML, which is empty when there was no text, and starts anew.</summary>
    public string Finish()
    {
        CloseTo(0);
        string xml = _xml.ToString();
        _xml.Clear();
        _isSpacePending = false;
        _isJoint = false;
        _last = '\0';
        return xml;
    }

    /// <summary>A link without an address names something of the model, as code does.</summary>
    private InlineElement Element(string name, string? link)
    {
        if (name == "a" && link is not null)
        {
            return new InlineElement(name, "see", $" href=\"{link.Replace("&", "&amp;")}\"");
        }

        string tag = name switch
        {
            "b" or "strong" => "b",
            "i" or "em" => "i",
            _ => "c",
        };
        return new InlineElement(name, _open.Exists(element => element.Tag == tag) ? "" : tag);
    }

    /// <summary>In code and in placeholders parts stand together.</summary>
    private bool IsInLiteral() => _open.Exists(static element => element.Tag is "c" or "i");

    /// <summary>An element begins right behind a word or a comma: models forget the space.</summary>
    private bool StartsWord(char c) => char.IsLetterOrDigit(c) && (char.IsLetterOrDigit(_last) || _last is ',' or ';');

    /// <summary>A word behind an element, and not the ending of one as in <c>Id</c>s.</summary>
    private static bool IsWord(string text, int index)
    {
        int end = index;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        return end - index > 1 && text[index..end] is not ("es" or "st" or "nd" or "rd" or "th");
    }

    private static bool EndsClause(string text, int index)
    {
        int end = index;
        while (end < text.Length && text[end] is '.' or ',' or ';' or ':' or ')')
        {
            end++;
        }

        return end > index && (end == text.Length || char.IsWhiteSpace(text[end]));
    }

    private void StartCharacter()
    {
        if (_isSpacePending)
        {
            _xml.Append(' ');
            _isSpacePending = false;
        }

        for (; _written < _open.Count; _written++)
        {
            _xml.Append(_open[_written].OpenTag);
        }
    }

    private void WriteCharacter(char c)
    {
        switch (c)
        {
            case '&':
                _xml.Append("&amp;");
                break;
            case '<':
                _xml.Append("&lt;");
                break;
            case '>':
                _xml.Append("&gt;");
                break;
            default:
                _xml.Append(c);
                break;
        }
    }

    private void CloseTo(int depth)
    {
        for (int i = _open.Count - 1; i >= depth; i--)
        {
            if (i < _written)
            {
                _xml.Append(_open[i].CloseTag);
                _written = i;
            }
        }

        _open.RemoveRange(depth, _open.Count - depth);
    }
}
