using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>
/// Writes sessions and profiles into the shared config file. Only the lines that change are touched; comments and text in
/// other encodings stay, and so do the file's owner, its mode and links to it.
/// </summary>
/// <param name="environment">Says where the file is; null for the running process.</param>
public sealed class SsoConfigWriter(AwsEnvironment? environment = null)
{
    private readonly AwsEnvironment _environment = environment ?? AwsEnvironment.Process;

    /// <summary>Writes <c>[sso-session NAME]</c>, or the profile of a session in the legacy form.</summary>
    /// <param name="session">The session; it needs a name or a profile.</param>
    /// <param name="cancellationToken">Cancels the operation; the file is then the old or the new one.</param>
    /// <exception cref="ArgumentException">The session has neither name nor profile, or a value is empty, has more than one line, or is not what its key takes.</exception>
    /// <exception cref="ConfigurationException">The file is malformed, or not a regular file.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public Task WriteSessionAsync(SsoSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return UpdateAsync(SettingsOf(session), cancellationToken);
    }

    /// <summary>Changes the region of a session that signing in found to be another, and nothing else.</summary>
    /// <param name="session">The session as it was read.</param>
    /// <param name="region">The region to write.</param>
    /// <param name="cancellationToken">Cancels the operation; the file is then the old or the new one.</param>
    /// <inheritdoc cref="WriteSessionAsync" path="/exception"/>
    public Task WriteRegionAsync(SsoSession session, string region, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        (string kind, string name) = SectionOf(session);
        return UpdateAsync([new ConfigSetting(kind, name, "sso_region", region)], cancellationToken);
    }

    /// <summary>Writes a profile that gets the credentials of a role, with its session.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="role">The role and its session.</param>
    /// <param name="region">The profile's default region; null leaves it as it is.</param>
    /// <param name="output">The AWS CLI's output format; null leaves it as it is.</param>
    /// <param name="cancellationToken">Cancels the operation; the file is then the old or the new one.</param>
    /// <inheritdoc cref="WriteSessionAsync" path="/exception"/>
    public Task WriteProfileAsync(
        string profile,
        SsoRole role,
        string? region = null,
        string? output = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(profile);
        ArgumentNullException.ThrowIfNull(role);
        List<ConfigSetting> settings = SettingsOf(
            role.Session.Name is null ? role.Session with { Profile = profile } : role.Session
        );
        Add(settings, ConfigSetting.ProfileKind, profile, "sso_session", role.Session.Name);
        Add(settings, ConfigSetting.ProfileKind, profile, "sso_account_id", role.AccountId);
        Add(settings, ConfigSetting.ProfileKind, profile, "sso_role_name", role.RoleName);
        Add(settings, ConfigSetting.ProfileKind, profile, "region", region);
        Add(settings, ConfigSetting.ProfileKind, profile, "output", output);
        return UpdateAsync(settings, cancellationToken);
    }

    /// <summary>
    /// Writes a profile for each of several roles of a session, between two marks of their own: what stood between them is
    /// replaced, nothing else is touched, and a profile that stands elsewhere already is left out.
    /// </summary>
    /// <param name="session">The session's name.</param>
    /// <param name="profiles">The profiles.</param>
    /// <param name="region">The default region of all of them; null for none.</param>
    /// <param name="isDryRun">Only says what would change.</param>
    /// <param name="cancellationToken">Cancels the operation; the file is then the old or the new one.</param>
    /// <exception cref="ArgumentException">A name comes twice, or a name or a value cannot stand in the file.</exception>
    /// <exception cref="ConfigurationException">The file is malformed, or not a regular file.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public async Task<ProfilesChange> WriteProfilesAsync(
        string session,
        IReadOnlyList<SsoProfile> profiles,
        string? region = null,
        bool isDryRun = false,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(session);
        ArgumentNullException.ThrowIfNull(profiles);
        if (
            profiles.GroupBy(static profile => profile.Name).FirstOrDefault(static group => group.Skip(1).Any()) is
            { } twice
        )
        {
            throw new ArgumentException($"Two roles would have the profile {twice.Key}.", nameof(profiles));
        }

        string file = Target();
        Read(file);
        byte[] content = BoundedFile.TryRead(file) ?? [];
        ProfileBlock block = new(file, content, session);
        (IReadOnlyList<string> before, IReadOnlySet<string> elsewhere) = block.Profiles();
        List<SsoProfile> own = [.. profiles.Where(profile => !elsewhere.Contains(profile.Name))];
        List<List<ConfigSetting>> sections = [.. own.Select(profile => SettingsOf(profile, session, region))];
        byte[] changed = block.With([.. sections.SelectMany(static (section, index) => LinesOf(section, index > 0))]);
        if (!isDryRun && changed != content)
        {
            ConfigFile.RequireRegular(file);
            List<ConfigSetting> all = [.. sections.SelectMany(static section => section)];
            await ConfigFile
                .ReplaceAsync(file, changed, candidate => Check(candidate, file, all), cancellationToken)
                .ConfigureAwait(false);
        }

        string[] names = [.. own.Select(static profile => profile.Name)];
        return new ProfilesChange
        {
            Added = [.. names.Except(before)],
            Kept = [.. names.Intersect(before)],
            Removed = [.. before.Except(names)],
            Foreign = [.. profiles.Select(static profile => profile.Name).Where(elsewhere.Contains)],
            ChangesFile = changed != content,
        };
    }

    private static List<ConfigSetting> SettingsOf(SsoProfile profile, string session, string? region)
    {
        List<ConfigSetting> settings = [];
        Add(settings, ConfigSetting.ProfileKind, profile.Name, "sso_session", session);
        Add(settings, ConfigSetting.ProfileKind, profile.Name, "sso_account_id", profile.AccountId);
        Add(settings, ConfigSetting.ProfileKind, profile.Name, "sso_role_name", profile.RoleName);
        Add(settings, ConfigSetting.ProfileKind, profile.Name, "region", region);
        return settings;
    }

    private static IEnumerable<string> LinesOf(List<ConfigSetting> section, bool isSeparated) =>
        (isSeparated ? new[] { "", section[0].Header } : [section[0].Header]).Concat(
            section.Select(static setting => setting.Line)
        );

    private static List<ConfigSetting> SettingsOf(SsoSession session)
    {
        (string kind, string name) = SectionOf(session);
        List<ConfigSetting> settings = [];
        Add(settings, kind, name, "sso_start_url", session.StartUrl);
        Add(settings, kind, name, "sso_region", session.Region);
        string? scopes = session.Scopes is { Count: > 0 } list ? string.Join(',', list) : null;
        Add(settings, kind, name, "sso_registration_scopes", scopes);
        return settings;
    }

    private static void Add(List<ConfigSetting> settings, string kind, string name, string key, string? value)
    {
        if (value is not null)
        {
            settings.Add(new ConfigSetting(kind, name, key, value));
        }
    }

    private static (string Kind, string Name) SectionOf(SsoSession session) =>
        session.Name is not null ? (ConfigSetting.SessionKind, session.Name)
        : session.Profile is not null ? (ConfigSetting.ProfileKind, session.Profile)
        : throw new ArgumentException(
            "A session is written under its name or its profile, and this one has neither.",
            nameof(session)
        );

    /// <summary>A link into a collection of dot files stays a link, also when its target is yet to be made.</summary>
    private string Target()
    {
        string file = Path.GetFullPath(_environment.ConfigFile);
        return File.Exists(file) ? File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file : file;
    }

    private async Task UpdateAsync(List<ConfigSetting> settings, CancellationToken cancellationToken)
    {
        string file = Target();
        // What readers refuse is not edited.
        Read(file);
        ConfigText text = new(BoundedFile.TryRead(file) ?? []);
        settings.ForEach(text.Set);
        if (text.IsChanged)
        {
            ConfigFile.RequireRegular(file);
            await ConfigFile
                .ReplaceAsync(file, text.ToBytes(), candidate => Check(candidate, file, settings), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private static void Check(string candidate, string file, List<ConfigSetting> settings)
    {
        SharedConfig config = Read(candidate);
        if (settings.Find(setting => !setting.IsIn(config)) is { } lost)
        {
            throw new ConfigurationException(
                $"{file} was left as it is: readers would not find '{lost.Line}' in {lost.Header}. Write it by hand."
            );
        }
    }

    /// <summary>Reads a file as every AWS tool does, and no other beside it.</summary>
    private static SharedConfig Read(string file) =>
        SharedConfig.Load(new AwsEnvironment(file, new Dictionary<string, string> { ["AWS_CONFIG_FILE"] = file }));
}
