using SsoOidcGen.Model;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>Finds the row of a protocol.</summary>
internal static class ProtocolTable
{
    public static ProtocolRow Find(Protocol protocol) =>
        protocol switch
        {
            Protocol.RestJson1 => RestJson.Row,
            _ => throw new ArgumentException($"{protocol} has no row", nameof(protocol)),
        };
}
