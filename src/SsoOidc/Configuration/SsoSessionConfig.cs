using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Reads sessions from the shared config file (AWS SDKs and Tools Reference, "IAM Identity Center credential provider").</summary>
public static class SsoSessionConfig
{
    private const string StartUrl = "sso_start_url";
    private const string Region = "sso_region";
    private const string Scopes = "sso_registration_scopes";
    private const string Session = "sso_session";
    private const string Method = "ssooidc_method";
    private const string AccountId = "sso_account_id";
    private const string RoleName = "sso_role_name";

    /// <summary>Reads the section <c>[sso-session NAME]</c>.</summary>
    /// <param name="config">The shared config.</param>
    /// <param name="name">The session's name.</param>
    /// <exception cref="ConfigurationException">The section or a key of it is missing.</exception>
    public static SsoSession ReadSsoSession(this SharedConfig config, string name)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Named(config, name, askedBy: null);
    }

    /// <summary>Finds out whether a profile signs in with IAM Identity Center, and where.</summary>
    /// <param name="config">The shared config.</param>
    /// <param name="profile">The profile's name; null for the one in effect.</param>
    /// <returns>The session; null when the profile has neither <c>sso_session</c> nor <c>sso_start_url</c>.</returns>
    /// <exception cref="ConfigurationException">The profile, its session or a key is missing, or profile and session contradict each other.</exception>
    public static SsoSession? FindSsoSession(this SharedConfig config, string? profile = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        return Find(config, config.SelectProfile(profile));
    }

    /// <summary>Reads a profile that gets the credentials of a role.</summary>
    /// <param name="config">The shared config.</param>
    /// <param name="profile">The profile's name; null for the one in effect.</param>
    /// <returns>The session with account and role; null when the profile names neither.</returns>
    /// <exception cref="ConfigurationException">As for <see cref="FindSsoSession"/>, or one of account, role and session is missing.</exception>
    public static SsoRole? FindSsoRole(this SharedConfig config, string? profile = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        ConfigSection section = config.SelectProfile(profile);
        if (section[AccountId] is null && section[RoleName] is null)
        {
            return null;
        }

        Require(section, AccountId, RoleName);
        SsoSession session =
            Find(config, section)
            ?? throw new ConfigurationException(
                $"{section.Where} names an account and a role, but lacks {Session}. Add '{Session} = NAME' and a section [sso-session NAME]."
            );
        return new SsoRole(session, section[AccountId]!, section[RoleName]!);
    }

    private static SsoSession? Find(SharedConfig config, ConfigSection profile)
    {
        if (profile.Values.TryGetValue(Session, out ConfigValue? name))
        {
            SsoSession session = Named(config, name.Text, name);
            RejectContradiction(profile, StartUrl, session.StartUrl, name);
            RejectContradiction(profile, Region, session.Region, name);
            return session;
        }

        if (profile[StartUrl] is null && profile[Region] is null)
        {
            return null;
        }

        Require(profile, StartUrl, Region);
        return new SsoSession
        {
            StartUrl = ReadStartUrl(profile),
            Region = ReadRegion(profile),
            Scopes = SsoSession.ParseScopes(profile[Scopes]),
            Method = ReadMethod(profile),
            Profile = profile.Name,
        };
    }

    private static SsoSession Named(SharedConfig config, string name, ConfigValue? askedBy)
    {
        if (!config.SsoSessions.TryGetValue(name, out ConfigSection? section))
        {
            string by = askedBy is null ? "" : $"{askedBy.Where} names it. ";
            string known =
                config.SsoSessions.Count == 0
                    ? "none"
                    : string.Join(", ", config.SsoSessions.Keys.Order(StringComparer.Ordinal));
            throw new ConfigurationException(
                $"There is no section [sso-session {name}] in {config.ConfigFile}. {by}Add it with {StartUrl} and {Region}. Defined: {known}."
            );
        }

        Require(section, StartUrl, Region);
        return new SsoSession
        {
            Name = name,
            StartUrl = ReadStartUrl(section),
            Region = ReadRegion(section),
            Scopes = SsoSession.ParseScopes(section[Scopes]),
            Method = ReadMethod(section),
        };
    }

    private static string ReadStartUrl(ConfigSection section) =>
        Uri.TryCreate(section[StartUrl], UriKind.Absolute, out Uri? url) && url.Scheme is "https" or "http"
            ? section[StartUrl]!
            : throw Wrong(section, StartUrl, "a URL such as https://d-1234567890.awsapps.com/start");

    private static string ReadRegion(ConfigSection section) =>
        RegionName.IsValid(section[Region]!)
            ? section[Region]!
            : throw Wrong(section, Region, "a region such as eu-central-1");

    private static ConfigurationException Wrong(ConfigSection section, string key, string expected) =>
        new($"{section.Values[key].Where} is not {expected}. Correct it there.");

    private static SignInMethod ReadMethod(ConfigSection section) =>
        section[Method] switch
        {
            null => SignInMethod.Automatic,
            "browser" => SignInMethod.Browser,
            "device-code" => SignInMethod.DeviceCode,
            _ => throw new ConfigurationException(
                $"{section.Values[Method].Where} is neither 'browser' nor 'device-code'. Write one of them, or remove it."
            ),
        };

    private static void Require(ConfigSection section, params string[] keys)
    {
        string[] missing = [.. keys.Where(key => string.IsNullOrEmpty(section[key]))];
        if (missing.Length > 0)
        {
            throw new ConfigurationException(
                $"{section.Where} lacks {string.Join(", ", missing)}. Add what is missing there."
            );
        }
    }

    private static void RejectContradiction(
        ConfigSection profile,
        string key,
        string inSession,
        ConfigValue sessionName
    )
    {
        if (profile.Values.TryGetValue(key, out ConfigValue? value) && value.Text != inSession)
        {
            throw new ConfigurationException(
                $"{value.Where} differs from {key} in [sso-session {sessionName.Text}]. Remove it from the profile."
            );
        }
    }
}
