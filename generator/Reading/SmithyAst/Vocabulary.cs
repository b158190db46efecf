using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>
/// The traits that a part of a model may have: those that are read, and those that clients can ignore. Any other of the
/// namespaces that say how a service is called is reported, because a client that does not know it may do the wrong thing.
/// </summary>
internal sealed class Vocabulary
{
    private static readonly string[] Watched =
    [
        "smithy.api#",
        "smithy.protocols#",
        "aws.api#",
        "aws.auth#",
        "aws.protocols#",
    ];

    /// <summary>For servers, for documentation, for rules of style, and for tools that do not call the service.</summary>
    private static readonly string[] Ignored =
    [
        "aws.api#arn",
        "aws.api#arnReference",
        "aws.api#controlPlane",
        "aws.api#data",
        "aws.api#dataPlane",
        "aws.api#taggable",
        "aws.api#tagEnabled",
        "smithy.api#addedDefault",
        "smithy.api#clientOptional",
        "smithy.api#cors",
        "smithy.api#default",
        "smithy.api#externalDocumentation",
        "smithy.api#idempotent",
        "smithy.api#idRef",
        "smithy.api#input",
        "smithy.api#internal",
        "smithy.api#mixin",
        "smithy.api#nestedProperties",
        "smithy.api#noReplace",
        "smithy.api#notProperty",
        "smithy.api#output",
        "smithy.api#pattern",
        "smithy.api#private",
        "smithy.api#property",
        "smithy.api#readonly",
        "smithy.api#recommended",
        "smithy.api#references",
        "smithy.api#resourceIdentifier",
        "smithy.api#since",
        "smithy.api#suppress",
        "smithy.api#tags",
        "smithy.api#title",
        "smithy.api#trait",
        "smithy.api#uniqueItems",
        "smithy.api#unstable",
        // Endpoint discovery is optional where it is not required, and that is reported.
        "aws.api#clientEndpointDiscovery",
    ];

    public static readonly Vocabulary Service = new(
        Trait.Auth,
        Trait.AwsQueryCompatible,
        Trait.Documentation,
        Trait.Deprecated,
        Trait.Paginated,
        Trait.Service,
        Trait.Title,
        Trait.XmlNamespace
    )
    {
        OffersChoice = true,
    };

    public static readonly Vocabulary Operation = new(
        Trait.Auth,
        Trait.ClientDiscoveredEndpoint,
        Trait.Deprecated,
        Trait.Documentation,
        Trait.Endpoint,
        Trait.Http,
        Trait.HttpChecksum,
        Trait.HttpChecksumRequired,
        Trait.OptionalAuth,
        Trait.Paginated,
        Trait.RequestCompression,
        Trait.UnsignedPayload
    );

    public static readonly Vocabulary Shape = new(
        Trait.AwsQueryError,
        Trait.Deprecated,
        Trait.Documentation,
        Trait.Enum,
        Trait.Error,
        Trait.HttpError,
        Trait.Length,
        Trait.MediaType,
        Trait.Range,
        Trait.RequiresLength,
        Trait.Retryable,
        Trait.Sensitive,
        Trait.Sparse,
        Trait.Streaming,
        Trait.TimestampFormat,
        Trait.XmlFlattened,
        Trait.XmlName,
        Trait.XmlNamespace
    );

    public static readonly Vocabulary Member = new(
        Trait.Deprecated,
        Trait.Documentation,
        Trait.Ec2QueryName,
        Trait.EventHeader,
        Trait.EventPayload,
        Trait.HostLabel,
        Trait.HttpHeader,
        Trait.HttpLabel,
        Trait.HttpPayload,
        Trait.HttpPrefixHeaders,
        Trait.HttpQuery,
        Trait.HttpQueryParams,
        Trait.HttpResponseCode,
        Trait.IdempotencyToken,
        Trait.JsonName,
        Trait.Length,
        Trait.MediaType,
        Trait.Range,
        Trait.Required,
        Trait.Sensitive,
        Trait.Sparse,
        Trait.Streaming,
        Trait.TimestampFormat,
        Trait.XmlAttribute,
        Trait.XmlFlattened,
        Trait.XmlName,
        Trait.XmlNamespace
    );

    private readonly HashSet<string> _known;

    private Vocabulary(params string[] read) => _known = [.. read, .. Ignored];

    /// <summary>There are protocols and schemes to choose from; it is reported where none is left.</summary>
    private bool OffersChoice { get; init; }

    public void Check(AstNode node)
    {
        JsonPropertyList traits = node.Traits.Json.Properties;
        for (int i = 0; i < traits.Count; i++)
        {
            JsonProperty trait = traits[i];
            if (!_known.Contains(trait.Name) && IsWatched(trait.Name))
            {
                node.Diagnostics.AddOnce(ReadingDiagnostics.UnsupportedTrait, trait.NameSpan, trait.Name);
            }
        }
    }

    private bool IsWatched(string trait) =>
        Watched.Any(name => trait.StartsWith(name, StringComparison.Ordinal))
        && !(OffersChoice && (ProtocolReader.IsProtocol(trait) || AuthSchemeReader.IsScheme(trait)));
}
