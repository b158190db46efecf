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
            _ => throw new ArgumentException($"{protocol} has no row", nameof(protocol)),
        };
}
