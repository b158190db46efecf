using System.Text;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>
/// The blocks of CommonMark that a documentation comment can show: paragraphs, headings, lists, fenced code, and HTML.
/// </summary>
internal sealed class CommonMark
{
    private readonly StringBuilder _html = new();
    private readonly StringBuilder _paragraph = new();
    private readonly Stack<(string Name, int Indent)> _lists = new();
    private string? _fence;
    private bool _isHtml;

    public static string ToHtml(string text)
    {
        CommonMark converter = new();
        foreach (string line in text.Replace("\r\n", "\n").Split('\n'))
        {
            converter.Add(line);
        }

        converter.EndLists();
        return converter._html.ToString();
    }

    private void Add(string line)
    {
        string content = line.Trim();
        int indent = line.Length - line.TrimStart().Length;
        if (_fence is not null)
        {
            AddCode(line, content);
        }
        else if (content.Length == 0)
        {
            EndParagraph();
        }
        else if (
            content.StartsWith("```", StringComparison.Ordinal) || content.StartsWith("~~~", StringComparison.Ordinal)
        )
        {
            EndParagraph();
            _fence = content.Substring(0, 3);
            _html.Append("<pre><code>");
        }
        else if (_paragraph.Length == 0 && content[0] == '<')
        {
            _isHtml = true;
            Continue(content);
        }
        else if (!_isHtml && Heading(content) is { } heading)
        {
            EndLists();
            _html.Append("<p><b>").Append(CommonMarkText.ToHtml(heading)).Append("</b></p>");
        }
        else if (!_isHtml && Item(content) is var (list, text))
        {
            StartItem(list, indent);
            Continue(text);
        }
        else
        {
            if (_paragraph.Length == 0 && indent == 0)
            {
                EndLists();
            }

            Continue(content);
        }
    }

    private void Continue(string text) => _paragraph.Append(_paragraph.Length == 0 ? "" : " ").Append(text);

    private void AddCode(string line, string content)
    {
        if (content.StartsWith(_fence!, StringComparison.Ordinal))
        {
            _fence = null;
            _html.Append("</code></pre>");
        }
        else
        {
            _html.Append(CommonMarkText.Escape(line)).Append('\n');
        }
    }

    private void StartItem(string list, int indent)
    {
        EndParagraph();
        while (_lists.Count > 0 && _lists.Peek().Indent > indent)
        {
            _html.Append("</li></").Append(_lists.Pop().Name).Append('>');
        }

        if (_lists.Count > 0 && _lists.Peek().Indent == indent)
        {
            _html.Append("</li>");
        }
        else
        {
            _lists.Push((list, indent));
            _html.Append('<').Append(list).Append('>');
        }

        _html.Append("<li>");
    }

    private void EndLists()
    {
        EndParagraph();
        if (_fence is not null)
        {
            _fence = null;
            _html.Append("</code></pre>");
        }

        while (_lists.Count > 0)
        {
            _html.Append("</li></").Append(_lists.Pop().Name).Append('>');
        }
    }

    private void EndParagraph()
    {
        if (_paragraph.Length > 0)
        {
            string text = _paragraph.ToString();
            _html.Append(_isHtml ? text : $"<p>{CommonMarkText.ToHtml(text)}</p>");
            _paragraph.Clear();
        }

        _isHtml = false;
    }

    private static string? Heading(string line)
    {
        int level = line.Length - line.TrimStart('#').Length;
        return level is >= 1 and <= 6 && line.Length > level && line[level] == ' '
            ? line.Substring(level).Trim(' ', '#')
            : null;
    }

    /// <summary>The list and the text of a line that begins an item.</summary>
    private static (string List, string Text)? Item(string line)
    {
        if (line.Length > 1 && line[0] is '-' or '*' or '+' && line[1] == ' ')
        {
            return ("ul", line.Substring(2).TrimStart());
        }

        int digits = 0;
        while (digits < line.Length && digits < 9 && line[digits] is >= '0' and <= '9')
        {
            digits++;
        }

        return digits > 0 && line.Length > digits + 1 && line[digits] is '.' or ')' && line[digits + 1] == ' '
            ? ("ol", line.Substring(digits + 2).TrimStart())
            : null;
    }
}
