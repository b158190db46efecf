using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

internal static class ProtocolReader
{
    private static readonly string[] Namespaces = ["aws.protocols#", "smithy.protocols#"];

    /// <summary>The known ones of the service's protocols. Null, with a diagnostic, when there is none.</summary>
    public static EquatableArray<Protocol>? Read(AstNode service)
    {
        EquatableArray<Protocol> known = Traits(service).Select(static trait => trait.Protocol).ToEquatableArray();
        if (known.Count > 0)
        {
            return known;
        }

        JsonProperty? other = service
            .Traits.Json.Properties.Where(static trait => IsProtocol(trait.Name))
            .Select(static trait => (JsonProperty?)trait)
            .FirstOrDefault();
        service.Diagnostics.Add(
            ReadingDiagnostics.UnsupportedProtocol,
            other?.NameSpan ?? service.Json.StartSpan,
            other is { } found ? $"'{found.Name}'" : "no protocol"
        );
        return null;
    }

    /// <summary>The service uses HTTP/2 alone for its event streams.</summary>
    public static bool NeedsHttp2ForEvents(AstNode service) =>
        Traits(service)
            .Select(trait => service.Object(trait.Id))
            .OfType<JsonFields?>()
            .Any(static trait =>
                trait is { } settings
                && (
                    settings.Has("eventStreamHttp") ? settings.Texts("eventStreamHttp") : settings.Texts("http")
                ).ToList()
                    is { Count: > 0 } versions
                && versions.All(static version => version.Value != "http/1.1")
            );

    public static bool IsProtocol(string trait) =>
        Namespaces.Any(name => trait.StartsWith(name, StringComparison.Ordinal)) && trait != Trait.AwsQueryCompatible;

    private static IEnumerable<(string Id, Protocol Protocol)> Traits(AstNode service)
    {
        foreach (JsonProperty trait in service.Traits.Json.Properties)
        {
            if (Find(trait.Name) is { } protocol && service.Has(trait.Name))
            {
                yield return (trait.Name, protocol);
            }
        }
    }

    private static Protocol? Find(string trait) =>
        trait switch
        {
            "aws.protocols#restJson1" => Protocol.RestJson1,
            "aws.protocols#restXml" => Protocol.RestXml,
            "aws.protocols#awsJson1_0" => Protocol.AwsJson10,
            "aws.protocols#awsJson1_1" => Protocol.AwsJson11,
            "aws.protocols#awsQuery" => Protocol.AwsQuery,
            "aws.protocols#ec2Query" => Protocol.Ec2Query,
            "smithy.protocols#rpcv2Cbor" => Protocol.RpcV2Cbor,
            _ => null,
        };
}
