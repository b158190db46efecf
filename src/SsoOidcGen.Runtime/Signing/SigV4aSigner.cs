namespace SsoOidcGen.Runtime;

/// <summary>AWS Signature Version 4A: asymmetric, and valid in every region of a set.</summary>
internal sealed class SigV4aSigner : RequestSigner
{
    protected override string Algorithm => SigV4aKey.Algorithm;

    protected override string? RegionSetHeader => "X-Amz-Region-Set";

    protected override SigningKey CreateKey(AwsCredentials credentials, SigningScope scope, string day) =>
        new SigV4aKey(credentials, scope, day);
}
