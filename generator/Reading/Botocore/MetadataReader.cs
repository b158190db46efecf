using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

internal static class MetadataReader
{
    /// <summary>Null when the service speaks no protocol that is known.</summary>
    public static ServiceMetadata? Read(JsonFields service)
    {
        if (service.Object("metadata") is not { } metadata || ProtocolReader.Read(metadata) is not { } protocols)
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
            Protocols = protocols,
            RpcName = metadata.Text("targetPrefix"),
            IsQueryCompatible = metadata.Has("awsQueryCompatible"),
            SignsLikeS3 = metadata.Text("signatureVersion") is "s3" or "s3v4",
            AuthSchemes = AuthSchemeReader.ReadService(metadata),
            EventStreamsNeedHttp2 = metadata.Object("protocolSettings")?.Text("h2") == "eventstream",
        };
    }
}
