using System.Text;

namespace SsoOidcGen.Emitting.Text;

/// <summary>Writes C# text at the right indentation. Lines end with <c>\n</c> on every system.</summary>
internal sealed class CodeWriter
{
    private const string IndentUnit = "    ";

    /// <summary>What would make a longer line is broken where it can be.</summary>
    private const int Width = 120;

    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isAfterBlock;

    /// <summary>What the lines mention.</summary>
    public Usings Usings { get; } = new();

    /// <summary>
    /// Writes one line, or each line of a raw string literal, at the current indentation. What follows a block is set
    /// off by an empty line, unless it belongs to it.
    /// </summary>
    public void Line(string text = "")
    {
        if (_isAfterBlock && text.Length > 0 && !Continues(text))
        {
            _text.Append('\n');
        }

        _isAfterBlock = false;
        Usings.AddFrom(text);
        int start = 0;
        while (true)
        {
            int end = text.IndexOf('\n', start);
            int length = (end < 0 ? text.Length : end) - start;
            if (length > 0)
            {
                Indent();
                _text.Append(text, start, length);
            }

            _text.Append('\n');
            if (end < 0)
            {
                return;
            }

            start = end + 1;
        }
    }

    /// <summary>Writes a list on one line where it fits, else with a line for each item.</summary>
    public void List(string open, IReadOnlyList<string> items, string close)
    {
        string line = open + string.Join(", ", items) + close;
        if (Fits(line))
        {
            Line(line);
            return;
        }

        Line(open);
        using (Indented())
        {
            for (int i = 0; i < items.Count; i++)
            {
                Line(i < items.Count - 1 ? items[i] + "," : items[i]);
            }
        }

        Line(close);
    }

    /// <summary>Writes what stands around a <c>=&gt;</c> on one line where it fits, else on two.</summary>
    public void Arrow(string left, string right)
    {
        string line = $"{left} => {right}";
        if (Fits(line))
        {
            Line(line);
            return;
        }

        Line(left + " =>");
        using (Indented())
        {
            Line(right);
        }
    }

    /// <summary>Opens a brace block below <paramref name="header"/>; it ends with the returned value's disposal.</summary>
    public BlockEnd Block(string header, string close = "}")
    {
        Line(header);
        return Open(close);
    }

    public BlockEnd Block() => Open("}");

    /// <summary>Indents what follows by one step until the returned value is disposed.</summary>
    public BlockEnd Indented()
    {
        _depth++;
        return new BlockEnd(this, close: null);
    }

    public override string ToString() => _text.ToString();

    /// <summary>The text behind that of another writer. Ends the writing.</summary>
    public string Behind(CodeWriter other) => _text.Insert(0, other.ToString()).ToString();

    private static bool Continues(string text) =>
        text[0] is '}' or ']' or ')' || text.StartsWith("else", StringComparison.Ordinal);

    private bool Fits(string line) => (_depth * IndentUnit.Length) + line.Length <= Width;

    private BlockEnd Open(string close)
    {
        Line("{");
        _depth++;
        return new BlockEnd(this, close);
    }

    private void Indent()
    {
        for (int i = 0; i < _depth; i++)
        {
            _text.Append(IndentUnit);
        }
    }

    public readonly struct BlockEnd(CodeWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (close is not null)
            {
                writer.Line(close);
                writer._isAfterBlock = true;
            }
        }
    }
}
