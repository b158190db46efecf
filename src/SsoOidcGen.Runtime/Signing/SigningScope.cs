namespace SsoOidcGen.Runtime;

/// <summary>What a signature is valid for, and how the service wants it made.</summary>
/// <param name="Region">The region, for example <c>us-east-1</c>; for SigV4a the region set, for example <c>*</c>.</param>
/// <param name="Service">The service's signing name, for example <c>sso-oauth</c>.</param>
/// <param name="KeepsPath">The path is signed as it is sent, neither normalized nor encoded again; as S3 wants it.</param>
internal readonly record struct SigningScope(string Region, string Service, bool KeepsPath = false)
{
    /// <summary>The hash of the body is sent even where the service could find it out; as S3 wants it.</summary>
    public bool SendsPayloadHash { get; init; }

    /// <summary>The header with the session token in place of <c>X-Amz-Security-Token</c>; null: that.</summary>
    public string? TokenHeader { get; init; }
}
