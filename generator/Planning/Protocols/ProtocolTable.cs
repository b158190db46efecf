using SsoOidcGen.Model;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>Finds the row of a protocol.</summary>
internal static class ProtocolTable
{
    public static ProtocolRow Find(Protocol protocol, ServiceMetadata service) =>
        protocol switch
        {
            Protocol.AwsJson10 => AwsJson.Row(service, "1.0"),
            Protocol.AwsJson11 => AwsJson.Row(service, "1.1"),
            Protocol.RpcV2Cbor => RpcV2Cbor.Row(service),
            Protocol.RestJson1 => RestJson.Row,
            Protocol.AwsQuery => AwsQuery.Row(service),
            Protocol.Ec2Query => Ec2Query.Row(service),
            Protocol.RestXml => RestXml.Row,
            _ => throw new ArgumentException($"{protocol} has no row", nameof(protocol)),
        };
}
