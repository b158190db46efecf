using System.Globalization;

namespace SsoOidcGen.Runtime;

/// <summary>Looks settings up in environment variables, then in a profile.</summary>
internal sealed class SettingReader(AwsEnvironment environment, ConfigSection profile)
{
    /// <summary>The first that is there: the variable, its alternative, or the profile's key; null when none is.</summary>
    public Setting? Find(string key, string variable, string? alternative = null) =>
        FromVariable(variable) ?? (alternative is null ? null : FromVariable(alternative)) ?? FromProfile(key);

    /// <exception cref="ConfigurationException">The setting is neither true nor false.</exception>
    public bool Flag(string key, string variable) =>
        Find(key, variable) is { } setting
        && (
            bool.TryParse(setting.Text, out bool flag)
                ? flag
                : throw setting.Invalid($"is '{setting.Text}'; it must be true or false")
        );

    /// <exception cref="ConfigurationException">The setting is not a whole number within the limits.</exception>
    public int? Number(string key, string variable, int minimum, int maximum)
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

    private Setting? FromVariable(string name) =>
        environment.Variable(name) is { } text ? new Setting(text, "environment variable " + name) : null;

    private Setting? FromProfile(string key) =>
        profile.Values.TryGetValue(key, out ConfigValue? value) && value.Text.Length > 0
            ? new Setting(value.Text, value.Where)
            : null;
}
