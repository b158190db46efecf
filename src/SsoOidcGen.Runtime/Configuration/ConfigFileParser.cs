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
    private readonly List<(string Text, int Line)> _valueLines = [];

    private ConfigFileParser(string file) => _file = file;

    /// <returns>The sections in file order, named by the text between their brackets.</returns>
    /// <exception cref="ConfigurationException">The text does not follow the dialect.</exception>
    public static List<ConfigSection> Parse(string file, TextReader text)
    {
        ConfigFileParser parser = new(file);
        int indentation = 0;
        int number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            string content = line.Trim();
            if (content is "" or ['#' or ';', ..])
            {
                parser.SkipLine(isEmpty: content.Length == 0, number);
                continue;
            }

            int indented = line.Length - line.TrimStart().Length;
            if (parser._key is not null && indented > indentation)
            {
                parser._valueLines.Add((content, number));
                continue;
            }

            indentation = indented;
            parser.CompleteValue();
            if (content[0] == '[' && content.LastIndexOf(']') is > 1 and var end)
            {
                parser.BeginSection(content[1..end], number);
            }
            else
            {
                parser.BeginValue(content, number);
            }
        }

        parser.CompleteValue();
        return parser._sections;
    }

    private void SkipLine(bool isEmpty, int line)
    {
        // An empty line belongs to the value around it; a comment does not.
        if (isEmpty && _key is not null)
        {
            _valueLines.Add(("", line));
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

    private void BeginValue(string content, int line)
    {
        if (_values is null)
        {
            throw Malformed(line, "expected a section such as [default] before the first key");
        }

        int delimiter = content.AsSpan().IndexOfAny('=', ':');
        if (delimiter <= 0)
        {
            throw Malformed(line, $"in section [{_header}]: expected 'key = value', a [section] or a # comment");
        }

        _key = content[..delimiter].TrimEnd().ToLowerInvariant();
        _keyLine = line;
        _valueLines.Add((content[(delimiter + 1)..].TrimStart(), line));
        if (_values.ContainsKey(_key))
        {
            throw Malformed(line, $"key '{_key}' appears a second time in section [{_header}]; remove one");
        }
    }

    private void CompleteValue()
    {
        if (_key is null)
        {
            return;
        }

        string text = string.Join('\n', _valueLines.Select(line => line.Text)).TrimEnd();
        bool isBlock = text.StartsWith('\n');
        _values![_key] = new ConfigValue(text, Where(_keyLine, _key), isBlock ? Block() : null);
        _key = null;
        _valueLines.Clear();
    }

    private Dictionary<string, ConfigValue> Block()
    {
        Dictionary<string, ConfigValue> block = [];
        foreach ((string text, int line) in _valueLines.Where(line => line.Text.Length > 0))
        {
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
}
