using System.ComponentModel;
using System.Globalization;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Looks settings up in environment variables, then in a profile.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SettingReader
{
    private readonly AwsEnvironment _environment;
    private readonly ConfigSection _profile;

    internal SettingReader(AwsEnvironment environment, ConfigSection profile)
    {
        _environment = environment;
        _profile = profile;
    }

    /// <summary>A flag; null when it is set nowhere.</summary>
    /// <param name="key">The key in the profile; behind a dot, within a block of the profile.</param>
    /// <param name="variable">The environment variable; null: there is none.</param>
    /// <exception cref="ConfigurationException">The setting is neither true nor false.</exception>
    public bool? FindFlag(string key, string? variable) =>
        Find(key, variable) is not { } setting ? null
        : bool.TryParse(setting.Text, out bool flag) ? flag
        : throw setting.Invalid($"is '{setting.Text}'; it must be true or false");

    /// <summary>Whether a setting has a certain text; null when it is set nowhere.</summary>
    /// <inheritdoc cref="FindFlag"/>
    /// <param name="key">The key in the profile; behind a dot, within a block of the profile.</param>
    /// <param name="variable">The environment variable; null: there is none.</param>
    /// <param name="text">The text.</param>
    public bool? FindText(string key, string? variable, string text) =>
        Find(key, variable) is { } setting ? setting.Text.Equals(text, StringComparison.OrdinalIgnoreCase) : null;

    /// <summary>The first that is there: the variable, its alternative, or the profile's key; null when none is.</summary>
    internal Setting? Find(string key, string? variable, string? alternative = null) =>
        FromVariable(variable) ?? FromVariable(alternative) ?? FromProfile(key);

    /// <summary>A flag that is false where it is not set.</summary>
    /// <exception cref="ConfigurationException">The setting is neither true nor false.</exception>
    internal bool Flag(string key, string variable) => FindFlag(key, variable) ?? false;

    /// <exception cref="ConfigurationException">The setting is not a whole number within the limits.</exception>
    internal int? Number(string key, string variable, int minimum, int maximum)
    {
        if (Find(key, variable) is not { } setting)
        {
            return null;
        }

        bool isNumber = int.TryParse(setting.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return isNumber && number >= minimum && number <= maximum
            ? number
            : throw setting.Invalid($"is '{setting.Text}'; it must be a whole number from {minimum} to {maximum}");
    }

    /// <exception cref="ConfigurationException">The setting has no known value.</exception>
    internal ChecksumUse ChecksumUse(string key, string variable) =>
        Find(key, variable) is not { } setting ? Runtime.ChecksumUse.WhenSupported
        : Is(setting, "when_supported") ? Runtime.ChecksumUse.WhenSupported
        : Is(setting, "when_required") ? Runtime.ChecksumUse.WhenRequired
        : throw setting.Invalid($"is '{setting.Text}'; it must be when_supported or when_required");

    private static bool Is(Setting setting, string text) =>
        setting.Text.Equals(text, StringComparison.OrdinalIgnoreCase);

    private Setting? FromVariable(string? name) =>
        name is not null && _environment.Variable(name) is { } text
            ? new Setting(text, "environment variable " + name)
            : null;

    private Setting? FromProfile(string key)
    {
        int dot = key.IndexOf('.', StringComparison.Ordinal);
        IReadOnlyDictionary<string, ConfigValue>? values =
            dot < 0 ? _profile.Values : _profile.Values.GetValueOrDefault(key[..dot])?.Block;
        return
            values is not null && values.TryGetValue(key[(dot + 1)..], out ConfigValue? value) && value.Text.Length > 0
            ? new Setting(value.Text, value.Where)
            : null;
    }
}
