using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>A shared config file in which single values can be changed; every other line stays as it is, to the byte.</summary>
internal sealed class ConfigText(byte[] content)
{
    private readonly EncodedLines _lines = new(content);

    /// <summary>Whether anything was set that was not so before.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Sets a value in a section, which is added at the end if there is none.</summary>
    public void Set(ConfigSetting setting)
    {
        List<ConfigLine> lines = Read();
        // Of two spellings of one section readers take the later.
        int header = lines.FindLastIndex(line => IsSectionOf(line, setting));
        if (header < 0)
        {
            AddSection(setting);
            lines = Read();
            header = lines.Count - 1;
        }

        int last = header;
        int lastKey = -1;
        int end = header + 1;
        for (; end < lines.Count && lines[end].Kind != ConfigLineKind.Section; end++)
        {
            if (lines[end].Kind == ConfigLineKind.Key)
            {
                if (lines[end].Name == setting.Key)
                {
                    Replace(lines, end, setting);
                    return;
                }

                lastKey = end;
            }

            last = lines[end].Kind is ConfigLineKind.Key or ConfigLineKind.Continuation ? end : last;
        }

        Insert(last + 1, Indentation(header, lastKey, end) + setting.Line);
    }

    public byte[] ToBytes() => _lines.ToBytes();

    private List<ConfigLine> Read()
    {
        ConfigLineReader reader = new();
        return [.. Enumerable.Range(0, _lines.Count).Select(index => reader.Read(_lines[index]))];
    }

    private static bool IsSectionOf(ConfigLine line, ConfigSetting setting) =>
        line.Kind == ConfigLineKind.Section
        && (
            line.Name == "default"
                ? setting is { Kind: ConfigSetting.ProfileKind, Name: "default" }
                : ShellWords.TrySplit(line.Name) is [var kind, var name] && kind == setting.Kind && name == setting.Name
        );

    private void AddSection(ConfigSetting setting)
    {
        if (_lines.Count > 0 && _lines[_lines.Count - 1].Trim().Length > 0)
        {
            Insert(_lines.Count, "");
        }

        Insert(_lines.Count, setting.Header);
    }

    /// <summary>A line below that is indented deeper would become part of the new value.</summary>
    private string Indentation(int header, int lastKey, int end)
    {
        string above = IndentationOf(lastKey < 0 ? header : lastKey);
        string below = lastKey < 0 && end < _lines.Count ? IndentationOf(end) : "";
        return below.Length > above.Length ? below : above;
    }

    private string IndentationOf(int index) => _lines[index][..ConfigLineReader.IndentationOf(_lines[index])];

    private void Replace(List<ConfigLine> lines, int index, ConfigSetting setting)
    {
        int next = lines.FindIndex(index + 1, line => line.Kind is ConfigLineKind.Key or ConfigLineKind.Section);
        int end = next < 0 ? lines.Count : next;
        int continuation = lines.FindIndex(index, end - index, line => line.Kind == ConfigLineKind.Continuation);
        if (continuation < 0 && lines[index].Text == setting.Value)
        {
            return;
        }

        for (int i = end - 1; i > index; i--)
        {
            if (lines[i].Kind == ConfigLineKind.Continuation)
            {
                _lines.RemoveAt(i);
            }
        }

        string indentation = IndentationOf(index);
        _lines.RemoveAt(index);
        Insert(index, indentation + setting.Line);
    }

    private void Insert(int index, string line)
    {
        _lines.Insert(index, line);
        IsChanged = true;
    }
}
