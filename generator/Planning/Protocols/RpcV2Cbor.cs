using SsoOidcGen.Model;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>Smithy RPC v2 CBOR: calls by path, with CBOR in both directions.</summary>
internal static class RpcV2Cbor
{
    private const string MediaType = "application/cbor";

    public static ProtocolRow Row(ServiceMetadata service) =>
        new()
        {
            Bindings = new RpcBindings(
                operation => $"/service/{service.RpcName}/operation/{operation.Name}",
                (_, receivesEvents) => Headers(service, receivesEvents)
            ),
            Bodies = new BodyFormats(BodyFormat.Cbor, BodyFormat.Cbor, MediaType),
            EventMediaType = MediaType,
            BodyName = static member => member.Name,
            // CBOR has a type for timestamps, and the protocol knows no other form.
            Timestamps = static _ => TimestampEncoding.EpochSeconds,
            CarriesDocuments = false,
        };

    private static List<ConstantHeader> Headers(ServiceMetadata service, bool receivesEvents)
    {
        List<ConstantHeader> headers =
        [
            new("Smithy-Protocol", "rpc-v2-cbor"),
            new("Accept", receivesEvents ? "application/vnd.amazon.eventstream" : MediaType),
        ];
        if (service.IsQueryCompatible)
        {
            headers.Add(QueryCompatibility.Header);
        }

        return headers;
    }
}
