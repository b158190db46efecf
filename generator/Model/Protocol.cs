namespace SsoOidcGen.Model;

/// <summary>How calls become messages (Smithy: protocol traits).</summary>
internal enum Protocol
{
    RestJson1,
    RestXml,
    AwsJson10,
    AwsJson11,
    AwsQuery,
    Ec2Query,
    RpcV2Cbor,
}
