namespace SsoOidcGen.Runtime;

/// <summary>One profile, SSO session or services section of the shared config.</summary>
public sealed class ConfigSection
{
    internal ConfigSection(string name, string where, IReadOnlyDictionary<string, ConfigValue> values)
    {
        Name = name;
        Where = where;
        Values = values;
    }

    /// <summary>The name without its kind: <c>dev</c> for <c>[profile dev]</c>.</summary>
    public string Name { get; }

    /// <summary>Where it stands: file, line and header.</summary>
    public string Where { get; }

    /// <summary>The values by lower-case key.</summary>
    public IReadOnlyDictionary<string, ConfigValue> Values { get; }

    /// <summary>The text of a key; null when the section does not have it.</summary>
    /// <param name="key">The key in lower case, for example <c>sso_region</c>.</param>
    public string? this[string key] => Values.TryGetValue(key, out ConfigValue? value) ? value.Text : null;

    /// <summary>A value that is not empty; null when there is none.</summary>
    internal ConfigValue? Find(string key) =>
        Values.TryGetValue(key, out ConfigValue? value) && value.Text.Length > 0 ? value : null;

    internal bool Has(string key) => Find(key) is not null;

    /// <summary>The section's position, never its values.</summary>
    public override string ToString() => Where;

    internal ConfigSection Named(string name) => new(name, Where, Values);

    /// <summary>This section with the other's values put over its own.</summary>
    internal ConfigSection Overlaid(ConfigSection other)
    {
        Dictionary<string, ConfigValue> merged = new(Values);
        foreach ((string key, ConfigValue value) in other.Values)
        {
            merged[key] = value;
        }

        return new ConfigSection(Name, Where, merged);
    }
}
