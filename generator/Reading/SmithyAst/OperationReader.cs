using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

internal sealed class OperationReader(AstContext context, AstNode service)
{
    private static readonly UriPattern Root = new([new UriSegment("/")], []);

    /// <summary>Null, with a diagnostic, when it cannot be called.</summary>
    public OperationModel? Read(string name, AstNode operation)
    {
        Vocabulary.Operation.Check(operation);
        ReportUnsupported(operation);
        if (
            ReadHttp(name, operation) is not var (method, uri)
            || ReadHostPrefix(operation) is not { } hostPrefix
            || AuthSchemeReader.ReadOperation(operation, service, context.Service.AuthSchemes) is not { } authSchemes
        )
        {
            return null;
        }

        string? input = ReachedShapes.TopOf(operation, "input")?.Value;
        string? output = ReachedShapes.TopOf(operation, "output")?.Value;
        return new OperationModel
        {
            Name = name,
            Documentation = Documentation.Read(operation),
            HttpMethod = method,
            Uri = uri,
            Input = input is null ? null : context.Names.Of(input),
            InputXml =
                input is null || context is not { HasXml: true, XmlNamespace: { } everywhere }
                    ? null
                    : new XmlTraits { Namespace = everywhere },
            Output = output is null ? null : context.Names.Of(output),
            Errors = ReadErrors(operation).ToEquatableArray(),
            AuthSchemes = authSchemes,
            UnsignedPayload = operation.Has(Trait.UnsignedPayload),
            HostPrefix = hostPrefix,
            HttpChecksumRequired = operation.Has(Trait.HttpChecksumRequired),
            Checksum = operation.Object(Trait.HttpChecksum) is { } checksum ? ChecksumReader.Read(checksum) : null,
            GzipRequests = Encodings(operation).Any(static encoding => encoding.Value == "gzip"),
            StaticContextParameters = ContextParameterReader
                .ReadStatic(operation.Traits, Trait.StaticContextParams)
                .ToEquatableArray(),
            OperationContextParameters = ContextParameterReader
                .ReadOperation(operation.Traits, Trait.OperationContextParams)
                .ToEquatableArray(),
            Deprecated = DeprecationReader.Read(operation),
        };
    }

    /// <summary>The HTTP binding, for the protocols that have one.</summary>
    private (string Method, UriPattern Uri)? ReadHttp(string name, AstNode operation)
    {
        if (!context.HasHttpBindings)
        {
            return ("POST", Root);
        }

        if (operation.Object(Trait.Http) is not { } http)
        {
            if (!operation.Traits.Has(Trait.Http))
            {
                operation.Diagnostics.Add(
                    ReadingDiagnostics.InvalidHttpBinding,
                    operation.Json.StartSpan,
                    $"Operation '{name}' has no HTTP binding; add the trait {Trait.Http}"
                );
            }

            return null;
        }

        return
            HttpMethodReader.Read(http) is { } method
            && http.Require<JsonString>("uri", "a string") is { } text
            && HttpUriCheck.IsSound(text, operation.Diagnostics)
            && UriPatternReader.ReadUri(text, operation.Diagnostics) is { } uri
            ? (method, uri)
            : null;
    }

    private static EquatableArray<UriSegment>? ReadHostPrefix(AstNode operation) =>
        operation.Object(Trait.Endpoint) is { } endpoint ? UriPatternReader.ReadHostPrefix(endpoint) : [];

    /// <summary>Errors of the service are errors of each operation.</summary>
    private IEnumerable<string> ReadErrors(AstNode operation) =>
        operation
            .Targets("errors")
            .Concat(service.Targets("errors"))
            .Select(error => context.Names.Of(error.Value))
            .Distinct();

    private static IEnumerable<JsonString> Encodings(AstNode operation) =>
        operation.Object(Trait.RequestCompression)?.Texts("encodings") ?? [];

    private static void ReportUnsupported(AstNode operation)
    {
        if (operation.Object(Trait.ClientDiscoveredEndpoint)?.Flag("required") == true)
        {
            Report(Trait.ClientDiscoveredEndpoint);
        }

        if (
            operation.Traits.Has(Trait.RequestCompression)
            && Encodings(operation).All(static encoding => encoding.Value != "gzip")
        )
        {
            Report(Trait.RequestCompression);
        }

        void Report(string trait) =>
            operation.Diagnostics.Add(
                ReadingDiagnostics.UnsupportedTrait,
                operation.Traits.Json[trait]!.StartSpan,
                trait
            );
    }
}
