using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

internal static class OperationReader
{
    /// <summary>Null, with a diagnostic, when it cannot be called.</summary>
    public static OperationModel? Read(string name, JsonFields operation, BodyNames names)
    {
        Vocabulary.Operation.Check(operation);
        ReportUnsupported(operation);
        if (
            operation.RequiredObject("http") is not { } http
            || HttpMethodReader.Read(http) is not { } method
            || http.Require<JsonString>("requestUri", "a string") is not { } requestUri
            || UriPatternReader.ReadUri(requestUri, http.Diagnostics) is not { } uri
            || ReadHostPrefix(operation) is not { } hostPrefix
            || AuthSchemeReader.ReadOperation(operation) is not { } authSchemes
        )
        {
            return null;
        }

        return new OperationModel
        {
            Name = name,
            Documentation = operation.Text("documentation") ?? "",
            HttpMethod = method,
            Uri = uri,
            Input = operation.Object("input")?.RequiredText("shape"),
            InputXml = operation.Object("input") is { } input ? XmlTraitsReader.Read(input, names) : null,
            Output = operation.Object("output")?.RequiredText("shape"),
            ResultWrapper = operation.Object("output")?.Text("resultWrapper"),
            Errors = ReadErrors(operation).Distinct().ToEquatableArray(),
            AuthSchemes = authSchemes,
            UnsignedPayload = operation.Flag("unsignedPayload") || operation.Text("authtype") == "v4-unsigned-body",
            HostPrefix = hostPrefix,
            HttpChecksumRequired = operation.Flag("httpChecksumRequired"),
            Checksum = operation.Object("httpChecksum") is { } checksum ? ChecksumReader.Read(checksum) : null,
            GzipRequests = Encodings(operation).Any(encoding => encoding.Value == "gzip"),
            StaticContextParameters = ContextParameterReader
                .ReadStatic(operation, "staticContextParams")
                .ToEquatableArray(),
            OperationContextParameters = ContextParameterReader
                .ReadOperation(operation, "operationContextParams")
                .ToEquatableArray(),
            Deprecated = DeprecationReader.Read(operation),
        };
    }

    private static EquatableArray<UriSegment>? ReadHostPrefix(JsonFields operation) =>
        operation.Object("endpoint") is { } endpoint ? UriPatternReader.ReadHostPrefix(endpoint) : [];

    private static IEnumerable<string> ReadErrors(JsonFields operation)
    {
        foreach (JsonObject error in operation.Items<JsonObject>("errors", "an object"))
        {
            if (new JsonFields(error, operation.Diagnostics).RequiredText("shape") is { } shape)
            {
                yield return shape;
            }
        }
    }

    private static IEnumerable<JsonString> Encodings(JsonFields operation) =>
        operation.Object("requestcompression")?.Texts("encodings") ?? [];

    private static void ReportUnsupported(JsonFields operation)
    {
        if (operation.Object("endpointdiscovery")?.Flag("required") == true)
        {
            Report("endpointdiscovery");
        }

        if (operation.Has("requestcompression") && Encodings(operation).All(encoding => encoding.Value != "gzip"))
        {
            Report("requestcompression");
        }

        void Report(string trait) =>
            operation.Diagnostics.Add(ReadingDiagnostics.UnsupportedTrait, operation.Json[trait]!.StartSpan, trait);
    }
}
