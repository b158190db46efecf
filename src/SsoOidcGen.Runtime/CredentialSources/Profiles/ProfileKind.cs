using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>What a profile has that gives credentials without another profile; the first kind that it has counts.</summary>
internal sealed class ProfileKind(
    CredentialsSearch search,
    Func<CredentialsSearch, ConfigSection, CredentialsSource?>? findSignedIn
)
{
    public const string TokenFile = "web_identity_token_file";

    /// <returns>Null when it has none.</returns>
    /// <exception cref="ConfigurationException">What it has is wrong.</exception>
    public CredentialsSource? Find(ConfigSection profile) =>
        WebIdentity(profile) ?? SignedIn(profile) ?? (CredentialsSource?)Process(profile) ?? ProfileKeys.Find(profile);

    private WebIdentitySource? WebIdentity(ConfigSection profile) =>
        profile.Find(TokenFile) is not { } file
            ? null
            : new WebIdentitySource(
                search.Environment.ExpandPath(file.Text),
                profile.Find("role_arn")?.Text
                    ?? throw new ConfigurationException(
                        $"{file.Where} has no companion 'role_arn' in the profile. Add it or remove the key."
                    ),
                profile.Find("role_session_name")?.Text,
                file.Where,
                Letter: "q",
                StsSettings.Of(search)
            );

    private CredentialsSource? SignedIn(ConfigSection profile) =>
        (
            profile.Find("sso_account_id")
            ?? profile.Find("sso_role_name")
            ?? profile.Find("sso_session")
            ?? profile.Find("login_session")
        )
            is not { } key
            ? null
        : findSignedIn is not null ? findSignedIn(search, profile)
        : throw new ConfigurationException(
            $"{key.Where} needs a user who has signed in, which this program cannot use: reference the package SsoOidc in the project"
                + " of the client, or get credentials from 'ssooidc credentials' with 'credential_process'."
        );

    private static ProcessSource? Process(ConfigSection profile) =>
        profile.Find("credential_process") is { } command
            ? new ProcessSource(command.Text, command.Where, profile.Find("aws_account_id")?.Text)
            : null;
}
