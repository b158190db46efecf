using System.Text;

namespace SsoOidc;

/// <summary>A text as lines that keep their bytes, also those that are no text in its encoding.</summary>
internal sealed class EncodedLines
{
    // The order matters: the mark of UTF-32 begins with that of UTF-16.
    private static readonly Encoding[] s_marked =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        Encoding.Unicode,
        Encoding.BigEndianUnicode,
        Encoding.UTF8,
    ];

    private readonly Encoding _encoding;
    private readonly byte[] _mark;
    private readonly List<(string Text, byte[] Bytes)> _lines = [];
    private readonly string _lineEnd;

    /// <param name="content">Without a byte order mark it is UTF-8.</param>
    public EncodedLines(byte[] content)
    {
        Encoding? marked = Array.Find(s_marked, encoding => content.AsSpan().StartsWith(encoding.Preamble));
        _encoding = marked ?? Encoding.UTF8;
        _mark = marked?.GetPreamble() ?? [];
        Split(content.AsSpan(_mark.Length));
        _lineEnd = _lines is [var first, ..] && EndOf(first.Bytes) is { Length: > 0 } end ? end : "\n";
    }

    public int Count => _lines.Count;

    /// <summary>A line without its end.</summary>
    public string this[int index] => _lines[index].Text;

    public void Insert(int index, string text)
    {
        if (index > 0 && EndOf(_lines[index - 1].Bytes).Length == 0)
        {
            (string last, byte[] bytes) = _lines[index - 1];
            _lines[index - 1] = (last, [.. bytes, .. _encoding.GetBytes(_lineEnd)]);
        }

        _lines.Insert(index, (text, _encoding.GetBytes(text + _lineEnd)));
    }

    public void RemoveAt(int index) => _lines.RemoveAt(index);

    public byte[] ToBytes() => [.. _mark, .. _lines.SelectMany(line => line.Bytes)];

    private void Split(ReadOnlySpan<byte> content)
    {
        byte[] carriageReturn = _encoding.GetBytes("\r");
        byte[] lineFeed = _encoding.GetBytes("\n");
        int unit = lineFeed.Length;
        int start = 0;
        for (int i = 0; i + unit <= content.Length; i += unit)
        {
            bool isEnd =
                content[i..].StartsWith(lineFeed)
                || (content[i..].StartsWith(carriageReturn) && !content[(i + unit)..].StartsWith(lineFeed));
            if (isEnd)
            {
                Add(content[start..(i + unit)]);
                start = i + unit;
            }
        }

        if (start < content.Length)
        {
            Add(content[start..]);
        }
    }

    private void Add(ReadOnlySpan<byte> line)
    {
        byte[] bytes = line.ToArray();
        _lines.Add((_encoding.GetString(bytes)[..^EndOf(bytes).Length], bytes));
    }

    private string EndOf(byte[] line) =>
        Array.Find(["\r\n", "\n", "\r"], end => line.AsSpan().EndsWith(_encoding.GetBytes(end))) ?? "";
}
