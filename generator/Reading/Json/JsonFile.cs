using SsoOidcGen.Diagnostics;

namespace SsoOidcGen.Reading.Json;

/// <summary>The text of a model file, and where its lines begin. Lines are counted only when a place is asked for.</summary>
internal sealed class JsonFile(string path, string text)
{
    private const int LongestShared = 64;

    private JsonNameTable? _names;
    private char[] _buffer = [];
    private int[]? _lineStarts;

    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>The text between quotes. Short ones are kept and shared, because a model repeats its names.</summary>
    public string Decode(int start, int length)
    {
        ReadOnlySpan<char> escaped = Text.AsSpan(start, length);
        return length <= LongestShared
            ? (_names ??= new JsonNameTable()).Get(escaped, ref _buffer)
            : JsonText.Unescape(escaped, ref _buffer);
    }

    public SourceSpan GetSpan(int start, int length)
    {
        (int line, int column) = GetPosition(start);
        (int endLine, int endColumn) = GetPosition(start + length);
        return new SourceSpan(Path, start, length, line, column, endLine, endColumn);
    }

    private (int Line, int Column) GetPosition(int offset)
    {
        int[] starts = _lineStarts ??= FindLineStarts(Text);
        int line = Array.BinarySearch(starts, offset);
        if (line < 0)
        {
            line = ~line - 1;
        }

        return (line, offset - starts[line]);
    }

    private static int[] FindLineStarts(string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            bool endsLine = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            if (endsLine)
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
