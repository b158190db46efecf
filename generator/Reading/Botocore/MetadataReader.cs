using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

internal static class MetadataReader
{
    private const string RestJson = "rest-json";

    /// <summary>Null when the service speaks no protocol that is known.</summary>
    public static ServiceMetadata? Read(JsonFields service)
    {
        if (service.Object("metadata") is not { } metadata || !SpeaksRestJson(metadata))
        {
            return null;
        }

        Vocabulary.Metadata.Check(metadata);
        string endpointPrefix = metadata.Text("endpointPrefix") ?? "";
        string? fullName = metadata.Text("serviceFullName") ?? metadata.Text("serviceAbbreviation");
        string serviceId =
            metadata.Text("serviceId") ?? fullName ?? (endpointPrefix.Length > 0 ? endpointPrefix : "Service");
        return new ServiceMetadata
        {
            ServiceId = serviceId,
            FullName = fullName ?? serviceId,
            ApiVersion = metadata.Text("apiVersion") ?? "",
            EndpointPrefix = endpointPrefix,
            SigningName = metadata.Text("signingName") ?? endpointPrefix,
            Protocol = Protocol.RestJson,
            AuthSchemes = AuthSchemeReader.ReadService(metadata),
            EventStreamsNeedHttp2 = metadata.Object("protocolSettings")?.Text("h2") == "eventstream",
        };
    }

    private static bool SpeaksRestJson(JsonFields metadata)
    {
        if (metadata.Texts("protocols").Any(protocol => protocol.Value == RestJson))
        {
            return true;
        }

        if (metadata.Require<JsonString>("protocol", "a string") is not { } only)
        {
            return false;
        }

        if (only.Value != RestJson)
        {
            metadata.Diagnostics.Add(ReadingDiagnostics.UnsupportedProtocol, only.Span, only.Value);
        }

        return only.Value == RestJson;
    }
}
