using System.ComponentModel;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>An operation of a service. Immutable; made by generated code.</summary>
public abstract class Operation
{
    /// <summary>The name in the service's model, for example <c>CreateToken</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>
    /// How requests are authenticated; null: not at all, and what authorizes the call, if anything, is a member of the input.
    /// </summary>
    public AuthScheme? Auth { get; init; }

    /// <summary>Where to look for credentials, unless the client was given some; null where nothing is signed.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CredentialsChain? Credentials { get; init; }

    /// <summary>The signature does not cover the body when it travels encrypted (Smithy <c>unsignedPayload</c>).</summary>
    public bool HasUnsignedPayload { get; init; }

    /// <summary>Input or output has members that must not be seen by others (Smithy <c>sensitive</c>).</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The input has a say in where the request goes.</summary>
    public bool BindsEndpoint { get; init; }

    /// <summary>The response's body is handed to the caller as a stream.</summary>
    public bool StreamsOutput { get; init; }

    /// <summary>Reads the message before the response's events, which holds what else the output has (RPC protocols); null: nothing.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public InitialMessageReader? ReadInitialMessage { get; init; }

    /// <summary>Events are sent while the call lasts: an attempt takes as long as they do.</summary>
    public bool SendsEvents { get; init; }

    /// <summary>The request is sent over HTTP/2: its events and those of the response travel at the same time.</summary>
    public bool RequiresHttp2 { get; init; }

    /// <summary>Adds the digest of the body that the service requires, for example <see cref="ContentMd5"/>; null: it requires none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public BodyDigest? AddDigest { get; init; }

    /// <summary>The checksum that is sent with the body (Smithy <c>httpChecksum</c>); null: none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RequestChecksum? RequestChecksum { get; init; }

    /// <summary>The checksum that the response's body is checked with (Smithy <c>httpChecksum</c>); null: none.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ResponseChecksum? ResponseChecksum { get; init; }

    /// <summary>A large body is sent only once the service says that it wants it (RFC 9110 §10.1.1, <c>Expect: 100-continue</c>).</summary>
    public bool ExpectsContinue { get; init; }

    /// <summary>Tells a body that is an error after all from an output, where the service may send one with status 200; null: it does not.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public BodyTest? IsErrorBody { get; init; }

    /// <summary>Finds the region that an error points to; null: errors of the service do not.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RegionFinder? FindRegion { get; init; }

    /// <summary>The code of the error that a response without a body stands for by its status 404 (<c>HEAD</c>); null: none.</summary>
    public string? NotFoundCode { get; init; }

    /// <summary>Compresses a body of at least so many bytes (Smithy <c>requestCompression</c>); null: bodies are sent as they are.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Action<RequestWriter, int>? CompressRequest { get; init; }

    /// <summary>The operation's name.</summary>
    public override string ToString() => Name;
}
