namespace SsoOidcGen.Runtime;

/// <summary>What a line of a shared config file is.</summary>
internal enum ConfigLineKind
{
    Blank,
    Comment,
    Section,
    Key,
    Continuation,
    Malformed,
}

/// <summary>A line of a shared config file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The text between the brackets of a section, or the lower-case key.</param>
/// <param name="Text">What a key's line says of its value, or what continues it.</param>
internal readonly record struct ConfigLine(ConfigLineKind Kind, string Name = "", string Text = "");

/// <summary>Tells the lines of a shared config file apart, from the first to the last: what one is depends on those above.</summary>
internal sealed class ConfigLineReader
{
    private int _indentation;
    private bool _isInValue;

    public ConfigLine Read(string line)
    {
        string content = line.Trim();
        if (content is "" or ['#' or ';', ..])
        {
            return new ConfigLine(content.Length == 0 ? ConfigLineKind.Blank : ConfigLineKind.Comment, Text: "");
        }

        int indentation = IndentationOf(line);
        if (_isInValue && indentation > _indentation)
        {
            return new ConfigLine(ConfigLineKind.Continuation, Text: content);
        }

        _indentation = indentation;
        if (content[0] == '[' && content.LastIndexOf(']') is > 1 and var end)
        {
            _isInValue = false;
            return new ConfigLine(ConfigLineKind.Section, content[1..end]);
        }

        int delimiter = content.AsSpan().IndexOfAny('=', ':');
        _isInValue = delimiter > 0;
        return _isInValue
            ? new ConfigLine(
                ConfigLineKind.Key,
                content[..delimiter].TrimEnd().ToLowerInvariant(),
                content[(delimiter + 1)..].TrimStart()
            )
            : new ConfigLine(ConfigLineKind.Malformed);
    }

    /// <summary>How many blanks a line begins with.</summary>
    public static int IndentationOf(string line) => line.Length - line.TrimStart().Length;
}
