using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>A value to be written into a section of the shared config file. Making one checks it.</summary>
internal sealed record ConfigSetting
{
    public const string SessionKind = "sso-session";
    public const string ProfileKind = "profile";
    private const int AccountIdLength = 12;

    /// <exception cref="ArgumentException">The name or the value cannot stand in the file, or is not what the key takes.</exception>
    public ConfigSetting(string kind, string name, string key, string value)
    {
        (Kind, Name, Key, Value) = (kind, name, key, value);
        CheckName(name);
        CheckValue(value);
    }

    public string Kind { get; }

    public string Name { get; }

    public string Key { get; }

    public string Value { get; }

    public string Header => Kind == ProfileKind && Name == "default" ? "[default]" : $"[{Kind} {QuotedName}]";

    public string Line => $"{Key} = {Value}";

    /// <summary>Whether a reader of the file finds the value.</summary>
    public bool IsIn(SharedConfig config) =>
        (Kind == ProfileKind ? config.Profiles : config.SsoSessions).TryGetValue(Name, out ConfigSection? section)
        && section[Key] == Value;

    /// <summary>Section names are split like words of a shell.</summary>
    private string QuotedName =>
        Name.Contains('\'') ? $"\"{Name}\""
        : Name.Any(c => char.IsWhiteSpace(c) || c is '"' or '\\') ? $"'{Name}'"
        : Name;

    private void CheckName(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new ArgumentException($"The name of a section [{Kind} NAME] must not be empty.", nameof(name));
        }

        if (name.Any(char.IsControl))
        {
            throw new ArgumentException(
                $"The name in [{Kind} NAME] must not hold line breaks or other control characters.",
                nameof(name)
            );
        }

        if (name.Contains(']') || (name.Contains('\'') && name.AsSpan().ContainsAny('"', '\\')))
        {
            throw new ArgumentException(
                $"The name {name} cannot stand in a section header; choose one without brackets and quotation marks.",
                nameof(name)
            );
        }
    }

    private void CheckValue(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw Wrong(value, "must not be empty");
        }

        if (value.Any(char.IsControl))
        {
            throw Wrong(value, "must be one line without control characters");
        }

        if (value.Trim() != value)
        {
            throw Wrong(value, "must not begin or end with a blank");
        }

        string? expected = Key switch
        {
            "sso_start_url" when !IsPortal(value) =>
                "must begin with https://, as https://d-1234567890.awsapps.com/start does; http:// is for this machine only",
            "sso_region" or "region" when !RegionName.IsValid(value) => "must be a region such as eu-central-1",
            "sso_account_id" when value.Length != AccountIdLength || !value.All(char.IsAsciiDigit) =>
                "must be the 12 digits of an account",
            _ => null,
        };
        if (expected is not null)
        {
            throw Wrong(value, expected);
        }
    }

    private static bool IsPortal(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? portal) && portal.Host.Length > 0 && PageAddress.IsSafe(portal);

    private ArgumentException Wrong(string value, string expected) =>
        new($"The value of {Key} in [{Kind} {Name}] {expected}.", nameof(value));
}
