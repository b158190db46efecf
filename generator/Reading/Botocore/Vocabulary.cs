using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>
/// The properties that a part of a model may have: those that are read, and those that can be ignored without harm,
/// with the reason. Any other is reported, because a client that does not know it may do the wrong thing.
/// </summary>
internal sealed class Vocabulary
{
    private static readonly string[] Deprecation = ["deprecated", "deprecatedMessage", "deprecatedSince"];

    public static readonly Vocabulary Service = new(
        read: ["version", "metadata", "operations", "shapes", "documentation", "clientContextParams"],
        // Examples are prose, and deprecating a whole service is done by not offering it.
        ignored: ["examples", .. Deprecation]
    );

    public static readonly Vocabulary Metadata = new(
        read:
        [
            "apiVersion",
            "auth",
            "awsQueryCompatible",
            "endpointPrefix",
            "jsonVersion",
            "protocol",
            "protocols",
            "protocolSettings",
            "serviceAbbreviation",
            "serviceFullName",
            "serviceId",
            "signatureVersion",
            "signingName",
            "targetPrefix",
        ],
        ignored:
        [
            // The inputs that need it repeat it.
            "xmlNamespace",
            // Endpoint rules say it.
            "globalEndpoint",
            // The service computes the checksum from what the caller gives as members.
            "checksumFormat",
            // Names for the SDKs' own books.
            "ripServiceName",
            "uid",
        ]
    );

    public static readonly Vocabulary Operation = new(
        read:
        [
            "auth",
            "authtype",
            "documentation",
            "endpoint",
            "endpointdiscovery",
            "errors",
            "http",
            "httpChecksum",
            "httpChecksumRequired",
            "input",
            "operationContextParams",
            "output",
            "requestcompression",
            "staticContextParams",
            "unsignedPayload",
            .. Deprecation,
        ],
        ignored:
        [
            // REST protocols do not send it; the key is the operation's name.
            "name",
            // Retries are decided by the error alone.
            "idempotent",
            "readonly",
            // Marks the operation that endpoint discovery would call.
            "endpointoperation",
        ]
    );

    public static readonly Vocabulary Shape = new(
        read:
        [
            "document",
            "documentation",
            "enum",
            "error",
            "eventstream",
            "exception",
            "fault",
            "flattened",
            "key",
            "locationName",
            "member",
            "members",
            "min",
            "payload",
            "required",
            "requiresLength",
            "retryable",
            "sensitive",
            "sparse",
            "streaming",
            "timestampFormat",
            "type",
            "union",
            "value",
            "xmlNamespace",
            .. Deprecation,
        ],
        ignored:
        [
            // Every optional value can be null.
            "box",
            // Follows from where the structure is used.
            "event",
            "synthetic",
            // Services widen these over time; a client that checks them refuses what the service would take.
            "max",
            "pattern",
            // Without effect on the wire; members are written in the model's order anyway.
            "wrapper",
            "xmlOrder",
        ]
    );

    public static readonly Vocabulary Member = new(
        read:
        [
            "contextParam",
            "documentation",
            "eventheader",
            "eventpayload",
            "flattened",
            "hostLabel",
            "idempotencyToken",
            "jsonvalue",
            "location",
            "locationName",
            "queryName",
            "sensitive",
            "shape",
            "streaming",
            "timestampFormat",
            "xmlAttribute",
            "xmlNamespace",
            .. Deprecation,
        ],
        ignored:
        [
            // Every optional value can be null.
            "box",
            // Narrows the values of a string for documentation.
            "enum",
        ]
    );

    public static readonly Vocabulary Element = new(
        read: ["locationName", "shape", "timestampFormat", "xmlNamespace"],
        // Prose.
        ignored: ["documentation", .. Deprecation]
    );

    public static readonly Vocabulary Paginator = new(
        read: ["input_token", "limit_key", "more_results", "output_token", "result_key"],
        // A page is the whole output, so nothing has to be carried over.
        ignored: ["non_aggregate_keys"]
    );

    public static readonly Vocabulary Waiter = new(
        read: ["acceptors", "delay", "description", "maxAttempts", "operation"],
        ignored: []
    );

    public static readonly Vocabulary Acceptor = new(read: ["argument", "expected", "matcher", "state"], ignored: []);

    private readonly HashSet<string> _known;

    private Vocabulary(string[] read, string[] ignored) => _known = [.. read, .. ignored];

    public void Check(JsonFields fields)
    {
        foreach (JsonProperty property in fields.Json.Properties)
        {
            if (!_known.Contains(property.Name))
            {
                fields.Diagnostics.AddOnce(ReadingDiagnostics.UnsupportedTrait, property.NameSpan, property.Name);
            }
        }
    }
}
