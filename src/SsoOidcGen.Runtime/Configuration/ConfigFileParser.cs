using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Reads the INI dialect of the shared config and credentials files.</summary>
/// <remarks>
/// Sections in brackets, <c>key = value</c> or <c>key: value</c>, comments on lines of their own (<c>#</c> or <c>;</c>),
/// deeper indented lines continue the value above. A value that is nothing but such lines is a nested block.
/// </remarks>
internal sealed class ConfigFileParser
{
    private readonly string _file;
    private readonly List<ConfigSection> _sections = [];
    private readonly HashSet<string> _headers = [];
    private Dictionary<string, ConfigValue>? _values;
    private string _header = "";
    private string? _key;
    private int _keyLine;
    private readonly List<ValueLine> _valueLines = [];

    private ConfigFileParser(string file) => _file = file;

    /// <returns>The sections in file order, named by the text between their brackets.</returns>
    /// <exception cref="ConfigurationException">The text does not follow the dialect.</exception>
    public static List<ConfigSection> Parse(string file, TextReader text)
    {
        ConfigFileParser parser = new(file);
        ConfigLineReader lines = new();
        int number = 0;
        while (text.ReadLine() is { } line)
        {
            parser.Add(lines.Read(line), ++number);
        }

        parser.CompleteValue();
        return parser._sections;
    }

    private void Add(ConfigLine line, int number)
    {
        switch (line.Kind)
        {
            case ConfigLineKind.Comment:
                break;
            case ConfigLineKind.Blank when _key is null:
                break;
            case ConfigLineKind.Blank or ConfigLineKind.Continuation:
                // An empty line belongs to the value around it; a comment does not.
                _valueLines.Add(new ValueLine(line.Text, number));
                break;
            case ConfigLineKind.Section:
                CompleteValue();
                BeginSection(line.Name, number);
                break;
            default:
                CompleteValue();
                BeginValue(line, number);
                break;
        }
    }

    private void BeginSection(string header, int line)
    {
        if (!_headers.Add(header))
        {
            throw Malformed(line, $"section [{header}] appears a second time; join the two");
        }

        _header = header;
        _values = [];
        _sections.Add(new ConfigSection(header, $"{_file}:{line}, section [{header}]", _values));
    }

    private void BeginValue(ConfigLine line, int number)
    {
        if (_values is null)
        {
            throw Malformed(number, "expected a section such as [default] before the first key");
        }

        if (line.Kind == ConfigLineKind.Malformed)
        {
            throw Malformed(number, $"in section [{_header}]: expected 'key = value', a [section] or a # comment");
        }

        _key = line.Name;
        _keyLine = number;
        _valueLines.Add(new ValueLine(line.Text, number));
        if (_values.ContainsKey(_key))
        {
            throw Malformed(number, $"key '{_key}' appears a second time in section [{_header}]; remove one");
        }
    }

    private void CompleteValue()
    {
        if (_key is null)
        {
            return;
        }

        StringBuilder lines = new();
        foreach (ValueLine line in _valueLines)
        {
            lines.Append('\n').Append(line.Text);
        }

        string text = lines.ToString(1, lines.Length - 1).TrimEnd();
        bool isBlock = text.StartsWith('\n');
        _values![_key] = new ConfigValue(text, Where(_keyLine, _key), isBlock ? Block() : null);
        _key = null;
        _valueLines.Clear();
    }

    private Dictionary<string, ConfigValue> Block()
    {
        Dictionary<string, ConfigValue> block = [];
        foreach ((string text, int line) in _valueLines)
        {
            if (text.Length == 0)
            {
                continue;
            }

            int delimiter = text.IndexOf('=', StringComparison.Ordinal);
            if (delimiter <= 0)
            {
                throw Malformed(line, $"in section [{_header}], below '{_key}': expected 'name = value'");
            }

            string name = text[..delimiter].TrimEnd();
            block[name] = new ConfigValue(text[(delimiter + 1)..].TrimStart(), Where(line, $"{_key}.{name}"));
        }

        return block;
    }

    private string Where(int line, string key) => $"{_file}:{line}, section [{_header}], key '{key}'";

    private ConfigurationException Malformed(int line, string problem) => new($"{_file}:{line}: {problem}.");

    private sealed record ValueLine(string Text, int Number);
}
