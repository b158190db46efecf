namespace SsoOidcGen.Plan;

/// <summary>The digest of a request's body that the service requires.</summary>
internal enum BodyDigestPlan
{
    ContentMd5,
    TreeHash,
}
