namespace SsoOidcGen.Runtime;

/// <summary>The shared config and credentials files of the AWS tools, read together.</summary>
/// <remarks>
/// A profile's values in the credentials file win over those in the config file (AWS SDKs and Tools Reference,
/// "Shared config and credentials files"). A file that does not exist counts as empty; one over 1 MiB is not read.
/// </remarks>
public sealed class SharedConfig
{
    private const string DefaultProfile = "default";
    private const string ProfilePrefix = "profile ";

    private readonly AwsEnvironment _environment;
    private readonly Dictionary<string, ConfigSection> _profiles = [];
    private readonly Dictionary<string, ConfigSection> _ssoSessions = [];
    private readonly Dictionary<string, ConfigSection> _services = [];

    private SharedConfig(AwsEnvironment environment) => _environment = environment;

    /// <summary>The config file, <c>~/.aws/config</c> unless the environment names another; it may not exist.</summary>
    public string ConfigFile => _environment.ConfigFile;

    /// <summary>The profiles by name: <c>[default]</c> and <c>[profile NAME]</c>.</summary>
    public IReadOnlyDictionary<string, ConfigSection> Profiles => _profiles;

    /// <summary>The <c>[sso-session NAME]</c> sections by name.</summary>
    public IReadOnlyDictionary<string, ConfigSection> SsoSessions => _ssoSessions;

    /// <summary>The <c>[services NAME]</c> sections by name.</summary>
    public IReadOnlyDictionary<string, ConfigSection> Services => _services;

    /// <summary>Reads both files.</summary>
    /// <param name="environment">Says where the files are and which profile is chosen.</param>
    /// <exception cref="ConfigurationException">A file cannot be read or is malformed; the message names file and line.</exception>
    public static SharedConfig Load(AwsEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        SharedConfig config = new(environment);
        if (environment != AwsEnvironment.Empty)
        {
            Read(environment.ConfigFile).ForEach(config.AddFromConfigFile);
            Read(environment.CredentialsFile).ForEach(config.AddFromCredentialsFile);
        }

        return config;
    }

    /// <summary>The profile in effect: the named one, else <c>AWS_PROFILE</c>, <c>AWS_DEFAULT_PROFILE</c>, <c>default</c>.</summary>
    /// <param name="name">The profile's name; null leaves the choice to the environment.</param>
    /// <returns>The profile; an empty one when nothing is chosen and there is no default profile.</returns>
    /// <exception cref="ConfigurationException">The chosen profile does not exist.</exception>
    public ConfigSection SelectProfile(string? name = null)
    {
        string? chosen = name ?? _environment.Variable("AWS_PROFILE") ?? _environment.Variable("AWS_DEFAULT_PROFILE");
        if (_profiles.TryGetValue(chosen ?? DefaultProfile, out ConfigSection? profile))
        {
            return profile;
        }

        return chosen is null
            ? new ConfigSection(DefaultProfile, $"[default] (not in {Files})", new Dictionary<string, ConfigValue>())
            : throw Unknown(chosen);
    }

    /// <summary>A sentence that names the sections there are.</summary>
    internal static string Known(IReadOnlyDictionary<string, ConfigSection> sections)
    {
        // The keys of a dictionary would be in a trimmed program for the dictionaries of all types.
        List<string> names = [];
        foreach ((string name, _) in sections)
        {
            names.Add(name);
        }

        return names.Count > 0 ? $"There are: {string.Join(", ", names)}." : "There are none.";
    }

    private string Files => $"{_environment.ConfigFile} or {_environment.CredentialsFile}";

    private ConfigurationException Unknown(string profile) =>
        new(
            $"Profile '{profile}' is not in {Files}. Add a section [profile {profile}], or choose another profile"
                + $" with the Profile option or AWS_PROFILE. {Known(_profiles)}"
        );

    private static List<ConfigSection> Read(string file)
    {
        try
        {
            return BoundedFile.TryRead(file) is { } content
                ? ConfigFileParser.Parse(file, new StreamReader(new MemoryStream(content)))
                : [];
        }
        catch (FormatException exception)
        {
            throw new ConfigurationException(
                $"{file} cannot be read: {exception.Message}. Put a text file there, or name another with an environment variable.",
                exception
            );
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException(
                $"{file} cannot be read: {exception.Message} Check its owner and permissions.",
                exception
            );
        }
    }

    private void AddFromConfigFile(ConfigSection section)
    {
        if (section.Name == DefaultProfile)
        {
            _profiles[DefaultProfile] = section;
            return;
        }

        // Anything but a kind and one name, possibly quoted, is left to other tools.
        if (ShellWords.TrySplit(section.Name) is not [var kind, var name])
        {
            return;
        }

        Dictionary<string, ConfigSection>? target = kind switch
        {
            "profile" => _profiles,
            "sso-session" => _ssoSessions,
            "services" => _services,
            _ => null,
        };
        if (target is not null)
        {
            target[name] = section.Named(name);
        }
    }

    private void AddFromCredentialsFile(ConfigSection section)
    {
        string name = section.Name.Trim();
        if (name.StartsWith(ProfilePrefix, StringComparison.Ordinal))
        {
            // The prefix belongs into the other file; here it is left to other tools.
            return;
        }

        _profiles[name] = _profiles.TryGetValue(name, out ConfigSection? profile)
            ? profile.Overlaid(section)
            : section.Named(name);
    }
}
