using System.Globalization;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Turns a profile, and those it refers to, into a source. All of it is checked before anything is sent.</summary>
/// <param name="search">The settings of the client.</param>
/// <param name="findSignedIn">Makes the source of a profile that a user has signed in to; null: the program cannot.</param>
internal sealed class ProfileSources(
    CredentialsSearch search,
    Func<CredentialsSearch, ConfigSection, CredentialsSource?>? findSignedIn
)
{
    private const string RoleArn = "role_arn";
    private const string SourceProfile = "source_profile";
    private const string CredentialSource = "credential_source";

    private readonly List<string> _visited = [];

    /// <returns>Null when the profile has nothing that gives credentials.</returns>
    /// <exception cref="ConfigurationException">What it has is wrong.</exception>
    public CredentialsSource? Find(ConfigSection profile)
    {
        _visited.Add(profile.Name);
        bool isRole = profile.Has(RoleArn) && !profile.Has(ProfileKind.TokenFile);
        return isRole ? Role(profile) : new ProfileKind(search, findSignedIn).Find(profile);
    }

    private RoleSource Role(ConfigSection profile)
    {
        (CredentialsSource source, string reference) = (
            profile.Find(SourceProfile),
            profile.Find(CredentialSource)
        ) switch
        {
            ({ } name, null) => (BaseProfile(profile, name), "n,o"),
            (null, { } name) => (Named(name), "p"),
            ({ } name, _) => throw new ConfigurationException(
                $"{name.Where} stands beside '{CredentialSource}'. Remove one of the two."
            ),
            _ => throw new ConfigurationException(
                $"{profile.Values[RoleArn].Where} says which role, but not whose credentials assume it. Add '{SourceProfile}' or"
                    + $" '{CredentialSource}'."
            ),
        };
        return new RoleSource(
            source,
            profile[RoleArn]!,
            profile.Values[RoleArn].Where,
            reference,
            StsSettings.Of(search)
        )
        {
            SessionName = profile.Find("role_session_name")?.Text,
            ExternalId = profile.Find("external_id")?.Text,
            MfaSerial = profile.Find("mfa_serial")?.Text,
            DurationSeconds = profile.Find("duration_seconds") is { } duration ? Seconds(duration) : null,
        };
    }

    private CredentialsSource BaseProfile(ConfigSection profile, ConfigValue name)
    {
        if (!search.Config.Profiles.TryGetValue(name.Text, out ConfigSection? source))
        {
            throw new ConfigurationException(
                $"{name.Where} names the profile '{name.Text}', which does not exist. Add it or correct the name."
                    + $" {SharedConfig.Known(search.Config.Profiles)}"
            );
        }

        bool isItself = name.Text == profile.Name;
        if (_visited.Contains(name.Text) && !(isItself && ProfileKeys.Find(profile) is not null))
        {
            throw new ConfigurationException(
                $"{name.Where} closes a circle of profiles: {string.Join(" → ", _visited)} → {name.Text}. Let one of them have"
                    + " credentials of its own."
            );
        }

        CredentialsSource? found = ProfileKeys.Find(source) ?? Find(source);
        return found
            ?? throw new ConfigurationException(
                $"{name.Where} names the profile '{name.Text}' ({source.Where}), which has no credentials. Add some there, or name"
                    + " another profile."
            );
    }

    private CredentialsSource Named(ConfigValue name) =>
        name.Text.ToUpperInvariant() switch
        {
            "ENVIRONMENT" => EnvironmentCredentials.Read(search.Environment) is null
                ? throw Empty(name, $"environment variable {EnvironmentCredentials.KeyVariable} is not set")
                : new EnvironmentSource(search.Environment),
            "ECSCONTAINER" => ContainerEndpoint.IsConfigured(search.Environment)
                ? new ContainerSource(search.Environment)
                : throw Empty(
                    name,
                    $"neither {ContainerEndpoint.RelativeVariable} nor {ContainerEndpoint.FullVariable} is set"
                ),
            "EC2INSTANCEMETADATA" => InstanceSource.Find(search, out string reason) ?? throw Empty(name, reason),
            _ => throw new ConfigurationException(
                $"{name.Where} is '{name.Text}'; it must be Environment, Ec2InstanceMetadata or EcsContainer."
            ),
        };

    private static ConfigurationException Empty(ConfigValue name, string reason) =>
        new(
            $"{name.Where} takes credentials from {name.Text}, but {reason}. Provide them there, or name another source."
        );

    private static int Seconds(ConfigValue duration) =>
        int.TryParse(duration.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? seconds
            : throw new ConfigurationException(
                $"{duration.Where} is '{duration.Text}'; it must be a number of seconds, from 900."
            );
}
