using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Turns a profile, and those it refers to, into a source. All of it is checked before anything is sent.</summary>
/// <param name="search">The settings of the client.</param>
/// <param name="findSso">Makes the source of a profile that signs in with IAM Identity Center; null: the program cannot.</param>
internal sealed class ProfileSources(
    CredentialsSearch search,
    Func<CredentialsSearch, ConfigSection, CredentialsSource?>? findSso
)
{
    private const string RoleArn = "role_arn";

    /// <returns>Null when the profile has nothing that gives credentials.</returns>
    /// <exception cref="ConfigurationException">What it has is wrong.</exception>
    public CredentialsSource? Find(ConfigSection profile)
    {
        bool isRole = profile.Has(RoleArn) && !profile.Has(ProfileKind.TokenFile);
        return isRole ? Role(profile) : new ProfileKind(search, findSso).Find(profile);
    }

    private static CredentialsSource Role(ConfigSection profile) =>
        throw new ConfigurationException(
            $"{profile.Values[RoleArn].Where} names a role, and roles cannot be assumed yet. Set the Credentials option."
        );
}
