using System.Text.RegularExpressions;

namespace SsoOidc;

/// <summary>The text of a shared config file, in which single values can be changed; every other line stays as it is.</summary>
internal sealed partial class ConfigText
{
    private readonly List<string> _lines;
    private readonly string _lineEnd;

    public ConfigText(string text)
    {
        // Lines keep their carriage return, so that those that do not change stay as they are.
        _lines = [.. text.Split('\n')];
        _lineEnd = _lines[0].EndsWith('\r') ? "\r" : "";
        if (_lines[^1].Length == 0)
        {
            _lines.RemoveAt(_lines.Count - 1);
        }
    }

    /// <summary>Whether anything was set that was not so before.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Sets a value in a section, which is added at the end if there is none.</summary>
    public void Set(string kind, string name, string key, string value)
    {
        int header = FindSection(kind, name);
        if (header < 0)
        {
            header = AddSection(kind, name);
        }

        int end = header + 1;
        int last = header;
        for (; end < _lines.Count && !IsHeader(_lines[end]); end++)
        {
            if (IsEntry(_lines[end]) && KeyOf(_lines[end]) == key)
            {
                Replace(end, key, value);
                return;
            }

            last = IsContent(_lines[end]) ? end : last;
        }

        Insert(last + 1, $"{key} = {value}");
    }

    public override string ToString() => string.Concat(_lines.Select(line => line + "\n"));

    private int FindSection(string kind, string name) =>
        _lines.FindIndex(line =>
            IsHeader(line) && IsSection(Header().Match(line).Groups["text"].Value.Trim(), kind, name)
        );

    private static bool IsSection(string header, string kind, string name)
    {
        string[] parts = header.Split([' ', '\t'], 2, StringSplitOptions.TrimEntries);
        return parts.Length == 2
            ? parts[0] == kind && Unquoted(parts[1]) == name
            : header == "default" && kind == "profile" && name == header;
    }

    private static string Unquoted(string text) =>
        text is [('"' or '\'') and var quote, .. var inner, var end] && end == quote ? inner : text;

    /// <summary>Section names are split like words of a shell.</summary>
    private static string Quoted(string name) =>
        name.Contains('\'') ? $"\"{name}\""
        : name.Any(c => char.IsWhiteSpace(c) || c is '"' or '\\') ? $"'{name}'"
        : name;

    private int AddSection(string kind, string name)
    {
        if (_lines.Count > 0 && _lines[^1].Trim().Length > 0)
        {
            Insert(_lines.Count, "");
        }

        Insert(_lines.Count, kind == "profile" && name == "default" ? "[default]" : $"[{kind} {Quoted(name)}]");
        return _lines.Count - 1;
    }

    private void Replace(int index, string key, string value)
    {
        int continuation = index + 1;
        while (
            continuation < _lines.Count && IsContent(_lines[continuation]) && char.IsWhiteSpace(_lines[continuation][0])
        )
        {
            continuation++;
        }

        bool isSame = continuation == index + 1 && ValueOf(_lines[index]) == value;
        if (!isSame)
        {
            _lines.RemoveRange(index + 1, continuation - index - 1);
            _lines.RemoveAt(index);
            Insert(index, $"{key} = {value}");
        }
    }

    private void Insert(int index, string line)
    {
        _lines.Insert(index, line + _lineEnd);
        IsChanged = true;
    }

    private static bool IsHeader(string line) => Header().IsMatch(line);

    private static bool IsContent(string line) => line.TrimStart() is not ("" or ['#' or ';', ..]);

    private static bool IsEntry(string line) =>
        IsContent(line) && !char.IsWhiteSpace(line[0]) && line.AsSpan().IndexOfAny('=', ':') > 0;

    private static string KeyOf(string line) => line[..line.AsSpan().IndexOfAny('=', ':')].TrimEnd().ToLowerInvariant();

    private static string ValueOf(string line) => line[(line.AsSpan().IndexOfAny('=', ':') + 1)..].Trim();

    [GeneratedRegex(@"^\[(?<text>[^\]]+)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Header();
}
