namespace SsoOidcGen.Plan;

/// <summary>Schemes as the runtime calls them.</summary>
internal enum SchemeName
{
    SigV4,
    SigV4a,
    S3Express,
    Bearer,
    Basic,
    Anonymous,
}
