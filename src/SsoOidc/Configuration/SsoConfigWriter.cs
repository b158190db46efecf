using System.Text;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Writes sessions and profiles into the shared config file. Only the lines that change are touched; comments stay.</summary>
/// <param name="environment">Says where the file is; null for the running process.</param>
public sealed class SsoConfigWriter(AwsEnvironment? environment = null)
{
    private const string SessionKind = "sso-session";
    private const string ProfileKind = "profile";
    private readonly AwsEnvironment _environment = environment ?? AwsEnvironment.Process;

    /// <summary>Writes <c>[sso-session NAME]</c>, or the profile of a session in the legacy form.</summary>
    /// <param name="session">The session; it needs a name or a profile.</param>
    /// <param name="cancellationToken">Ends the writing; the file is then the old or the new one.</param>
    /// <exception cref="ArgumentException">The session has neither name nor profile, or a value has more than one line.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public Task WriteSessionAsync(SsoSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return UpdateAsync(text => Set(text, session), cancellationToken);
    }

    /// <summary>Changes the region of a session that signing in found to be another, and nothing else.</summary>
    /// <param name="session">The session as it was read.</param>
    /// <param name="region">The region to write.</param>
    /// <param name="cancellationToken">Ends the writing; the file is then the old or the new one.</param>
    /// <inheritdoc cref="WriteSessionAsync" path="/exception"/>
    public Task WriteRegionAsync(SsoSession session, string region, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        (string kind, string name) = SectionOf(session);
        return UpdateAsync(text => Set(text, kind, name, "sso_region", region), cancellationToken);
    }

    /// <summary>Writes a profile that gets the credentials of a role, with its session.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="role">The role and its session.</param>
    /// <param name="region">The profile's default region; null leaves it as it is.</param>
    /// <param name="output">The AWS CLI's output format; null leaves it as it is.</param>
    /// <param name="cancellationToken">Ends the writing; the file is then the old or the new one.</param>
    /// <inheritdoc cref="WriteSessionAsync" path="/exception"/>
    public Task WriteProfileAsync(
        string profile,
        SsoRole role,
        string? region = null,
        string? output = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(profile);
        ArgumentNullException.ThrowIfNull(role);
        SsoSession session = role.Session.Name is null ? role.Session with { Profile = profile } : role.Session;
        return UpdateAsync(
            text =>
            {
                Set(text, session);
                Set(text, ProfileKind, profile, "sso_session", session.Name);
                Set(text, ProfileKind, profile, "sso_account_id", role.AccountId);
                Set(text, ProfileKind, profile, "sso_role_name", role.RoleName);
                Set(text, ProfileKind, profile, "region", region);
                Set(text, ProfileKind, profile, "output", output);
            },
            cancellationToken
        );
    }

    private static void Set(ConfigText text, SsoSession session)
    {
        (string kind, string name) = SectionOf(session);
        Set(text, kind, name, "sso_start_url", session.StartUrl);
        Set(text, kind, name, "sso_region", session.Region);
        Set(
            text,
            kind,
            name,
            "sso_registration_scopes",
            session.Scopes is { } scopes ? string.Join(',', scopes) : null
        );
    }

    private static (string Kind, string Name) SectionOf(SsoSession session) =>
        session.Name is not null ? (SessionKind, session.Name)
        : session.Profile is not null ? (ProfileKind, session.Profile)
        : throw new ArgumentException(
            "A session is written under its name or its profile, and this one has neither.",
            nameof(session)
        );

    private static void Set(ConfigText text, string kind, string name, string key, string? value)
    {
        if ((value + name).AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ArgumentException(
                $"The value of {key} in [{kind} {name.ReplaceLineEndings(" ")}] must be one line.",
                nameof(value)
            );
        }

        if (name.Contains(']') || (name.Contains('\'') && name.AsSpan().ContainsAny('"', '\\')))
        {
            throw new ArgumentException(
                $"The name {name} cannot stand in a section header; choose one without brackets and quotation marks.",
                nameof(name)
            );
        }

        if (value is not null)
        {
            text.Set(kind, name, key, value);
        }
    }

    private async Task UpdateAsync(Action<ConfigText> change, CancellationToken cancellationToken)
    {
        // A link into a collection of dot files stays a link.
        string file = _environment.ConfigFile;
        file = File.Exists(file) ? File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file : file;
        byte[]? old = BoundedFile.TryRead(file);
        ConfigText text = new(old is null ? "" : Encoding.UTF8.GetString(old));
        change(text);
        if (text.IsChanged)
        {
            byte[] content = Encoding.UTF8.GetBytes(text.ToString());
            UnixFileMode mode = old is null ? AtomicFile.OwnerOnly : AtomicFile.ModeOf(file);
            await AtomicFile.WriteAsync(file, content, mode, cancellationToken).ConfigureAwait(false);
        }
    }
}
