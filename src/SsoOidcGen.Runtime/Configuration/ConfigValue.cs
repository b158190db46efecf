namespace SsoOidcGen.Runtime;

/// <summary>A value of the shared config or credentials file, with its position for messages.</summary>
public sealed class ConfigValue
{
    internal ConfigValue(string text, string where, IReadOnlyDictionary<string, ConfigValue>? block = null)
    {
        Text = text;
        Where = where;
        Block = block;
    }

    /// <summary>The text as it stands in the file, without surrounding blanks; it may be a secret.</summary>
    public string Text { get; }

    /// <summary>The nested entries (<c>key =</c> followed by indented <c>name = value</c> lines); null for a plain value.</summary>
    public IReadOnlyDictionary<string, ConfigValue>? Block { get; }

    /// <summary>Where it stands: file, line, section and key. Holds nothing of the value.</summary>
    public string Where { get; }

    /// <summary>The position, never the value.</summary>
    public override string ToString() => Where;
}
