using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>A role that credentials from another source assume.</summary>
/// <param name="Base">Where those credentials come from.</param>
/// <param name="RoleArn">The role.</param>
/// <param name="Where">The profile that names it.</param>
/// <param name="Reference">The letters that say in a user agent how the profile refers to <paramref name="Base"/>.</param>
/// <param name="Sts">The settings of the call.</param>
internal sealed record RoleSource(
    CredentialsSource Base,
    string RoleArn,
    string Where,
    string Reference,
    StsSettings Sts
) : CredentialsSource
{
    /// <summary>Null: one is made up.</summary>
    public string? SessionName { get; init; }

    public string? ExternalId { get; init; }

    public string? MfaSerial { get; init; }

    public int? DurationSeconds { get; init; }

    public override string Name => $"role {RoleArn}";

    public override string Features => SourceFeatures.Union(BaseFeatures, "i");

    private string BaseFeatures => SourceFeatures.Union(Base.Features, Reference);

    public override IAwsCredentialsProvider CreateProvider(CredentialsSearch search) =>
        new FreshCredentials(
            new RoleLoader(this, Sts.CreateClient(FindBase(search), features: null, search), search),
            search.TimeProvider
        );

    /// <summary>Where the source has nothing, that is the fault of who names it.</summary>
    private FoundCredentials FindBase(CredentialsSearch search) =>
        new(
            SharedProviders.Get(Base, search),
            Base.Name,
            BaseFeatures,
            reason => new CredentialsException(
                $"{Where} takes credentials from {Base.Name}, but {reason}. Provide them there, or name another source."
            )
        );
}
