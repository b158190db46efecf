namespace SsoOidcGen.Runtime;

/// <summary>How a request is authenticated (Smithy authentication traits).</summary>
public enum AuthScheme
{
    /// <summary>Not at all; what authorizes the call, if anything, is a member of the input.</summary>
    None,

    /// <summary>AWS Signature Version 4.</summary>
    SigV4,

    /// <summary>A bearer token in the <c>Authorization</c> header (RFC 6750 §2.1).</summary>
    Bearer,
}
