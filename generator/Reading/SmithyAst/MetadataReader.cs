using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

internal static class MetadataReader
{
    /// <summary>No trait says that paths are signed as they are sent; the clients of AWS know it by this name.</summary>
    private const string SigningNameOfS3 = "s3";

    /// <summary>Null when the service speaks no protocol that is known.</summary>
    public static ServiceMetadata? Read(string id, AstNode service, ShapeIndex shapes)
    {
        if (ProtocolReader.Read(service) is not { } protocols)
        {
            return null;
        }

        string name = ShapeId.NameOf(id);
        JsonFields? aws = service.Object(Trait.Service);
        string? endpointPrefix = aws is { } fields
            ? fields.Text("endpointPrefix") ?? fields.Text("arnNamespace") ?? name.ToLowerInvariant()
            : null;
        string serviceId = aws?.RequiredText("sdkId") ?? name;
        string? signingName =
            service.Object(Trait.SigV4)?.RequiredText("name")
            ?? service.Object(Trait.SigV4a)?.RequiredText("name")
            ?? endpointPrefix;
        return new ServiceMetadata
        {
            ServiceId = serviceId,
            FullName = service.Text(Trait.Title) ?? serviceId,
            ApiVersion = service.Fields.Text("version") ?? "",
            EndpointPrefix = endpointPrefix,
            SigningName = signingName,
            SignsLikeS3 = signingName == SigningNameOfS3,
            Protocols = protocols,
            RpcName = name,
            IsQueryCompatible = service.Has(Trait.AwsQueryCompatible),
            AuthSchemes = AuthSchemeReader.ReadService(service, shapes),
            ApiKey = ApiKeyReader.Read(service),
            EventStreamsNeedHttp2 = ProtocolReader.NeedsHttp2ForEvents(service),
        };
    }
}
