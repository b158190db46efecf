namespace SsoOidcGen.Plan;

/// <summary>How an operation's requests are authenticated; named as the runtime's schemes are.</summary>
internal enum AuthPlan
{
    SigV4,
    SigV4a,
    S3Express,
    Bearer,

    /// <summary>A bearer token, where one is set, takes the place of the signature.</summary>
    BearerOrSigV4,
}
