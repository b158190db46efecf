using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>Picks the one protocol that a client speaks.</summary>
internal static class ProtocolChoice
{
    /// <summary>All protocols, best first.</summary>
    private static readonly Protocol[] Ranking =
    [
        Protocol.RpcV2Cbor,
        Protocol.AwsJson10,
        Protocol.AwsJson11,
        Protocol.AwsQuery,
        Protocol.Ec2Query,
        Protocol.RestJson1,
        Protocol.RestXml,
    ];

    /// <param name="wanted">Smithy's name of a protocol; null leaves the choice to the order.</param>
    /// <returns>Null, with a diagnostic, when the service does not speak the wanted one.</returns>
    public static Protocol? Choose(ServiceModel model, string? wanted, List<DiagnosticInfo> diagnostics)
    {
        ServiceMetadata service = model.Metadata;
        Protocol[] usable = [.. Ranking.Where(service.Protocols.Contains)];
        Protocol[] chosen = wanted is null ? usable : [.. usable.Where(protocol => IsCalled(protocol, wanted))];
        if (chosen.Length > 0)
        {
            diagnostics.AddRange(MisplacedShapes(model, ProtocolTable.Find(chosen[0], service), Name(chosen[0])));
            return chosen[0];
        }

        diagnostics.Add(InvalidMetadata.Of("Protocol", wanted!, $"one that the service speaks: {Names(usable)}"));
        return null;
    }

    /// <summary>Documents and events that no body of the protocol can hold.</summary>
    private static IEnumerable<DiagnosticInfo> MisplacedShapes(ServiceModel model, ProtocolRow row, string protocol)
    {
        foreach (Shape shape in model.Shapes)
        {
            string? kind = shape switch
            {
                DocumentShape when !row.CarriesDocuments => "a document",
                StructureShape { IsEventStream: true } when !row.CarriesEvents => "a stream of events",
                _ => null,
            };
            if (kind is not null)
            {
                yield return new DiagnosticInfo(
                    ReadingDiagnostics.UnsuitableShape.Id,
                    Span: null,
                    [$"What travels by {protocol}", "of a type that the protocol knows", shape.Name, kind]
                )
                {
                    Part = new ModelPart.Shape(shape.Name),
                };
            }
        }
    }

    private static bool IsCalled(Protocol protocol, string name) =>
        Name(protocol).Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string Names(IEnumerable<Protocol> protocols) => string.Join(", ", protocols.Select(Name));

    private static string Name(Protocol protocol) =>
        protocol switch
        {
            Protocol.RestJson1 => "restJson1",
            Protocol.RestXml => "restXml",
            Protocol.AwsJson10 => "awsJson1_0",
            Protocol.AwsJson11 => "awsJson1_1",
            Protocol.AwsQuery => "awsQuery",
            Protocol.Ec2Query => "ec2Query",
            _ => "rpcv2Cbor",
        };
}
