using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>A role that credentials from another source assume.</summary>
/// <param name="Base">Where those credentials come from.</param>
/// <param name="RoleArn">The role.</param>
/// <param name="Where">The profile that names it.</param>
/// <param name="Sts">The settings of the call.</param>
internal sealed record RoleSource(CredentialsSource Base, string RoleArn, string Where, StsSettings Sts)
    : CredentialsSource
{
    /// <summary>Null: one is made up.</summary>
    public string? SessionName { get; init; }

    public string? ExternalId { get; init; }

    public string? MfaSerial { get; init; }

    public int? DurationSeconds { get; init; }

    public override string Name => $"role {RoleArn}";

    public override IAwsCredentialsProvider CreateProvider(CredentialsSearch search) =>
        new FreshCredentials(
            new RoleLoader(
                this,
                Sts.CreateClient(new NamedBase(Base, SharedProviders.Get(Base, search), Where), search),
                search
            ),
            search.TimeProvider
        );
}
