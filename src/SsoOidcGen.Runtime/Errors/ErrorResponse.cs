using System.ComponentModel;
using System.Net;
using System.Text.Json;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>An error response while its exception is being made.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ErrorResponse
{
    /// <summary>So much of an error's body is read; real ones have a few hundred bytes.</summary>
    internal const int MaxBodyBytes = 1024 * 1024;

    private readonly ReadOnlySpan<byte> _body;
    private readonly HttpResponseMessage _response;
    private readonly SensitiveValues _secrets;

    internal ErrorResponse(
        string operation,
        HttpResponseMessage response,
        ResponseMetadata headers,
        ReadOnlySpan<byte> body,
        SensitiveValues secrets
    )
    {
        Operation = operation;
        _response = response;
        Headers = headers;
        _body = body;
        _secrets = secrets;
    }

    /// <summary>The operation that was called.</summary>
    public string Operation { get; }

    /// <summary>
    /// The code without namespace and URI. It comes from the <c>x-amzn-errortype</c> header, else the body's
    /// <c>__type</c>, <c>code</c> or OAuth <c>error</c> (RFC 6749 §5.2), else it is the status.
    /// </summary>
    public string Code { get; internal init; } = "";

    /// <summary>
    /// The code that the service has always had for the error; another one than <see cref="Code"/> where it spoke awsQuery
    /// before (Smithy <c>awsQueryCompatible</c>).
    /// </summary>
    internal string ReportedCode { get; init; } = "";

    /// <summary>What the service says went wrong.</summary>
    public string Message { get; internal init; } = "";

    /// <summary>The body's <c>error</c>, a code of OAuth 2.0 (RFC 6749 §5.2), or null.</summary>
    public string? OAuthError { get; internal init; }

    /// <summary>The body's <c>error_description</c> (RFC 6749 §5.2), or null.</summary>
    public string? OAuthErrorDescription { get; internal init; }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode => _response.StatusCode;

    /// <summary>The service's identifier of the request: from the body, where that has one, else from the headers.</summary>
    public string? RequestId => RequestIdOfBody ?? Redacted(Headers.RequestId);

    internal string? RequestIdOfBody { get; init; }

    internal string? ExtendedRequestId => Redacted(Headers.ExtendedRequestId);

    internal ResponseMetadata Headers { get; }

    /// <summary>The values of a header joined with a comma, or null.</summary>
    public string? Header(string name) => Redacted(ResponseHeaders.Get(_response, name));

    /// <summary>A reader on the start of the body's JSON object; an empty object when the body is none.</summary>
    public Utf8JsonReader JsonReader() => JsonText.ReaderOf(_body);

    /// <summary>A reader inside the body's CBOR map; an empty map when the body is none.</summary>
    public CborReader CborReader()
    {
        CborReader reader = CborText.ReaderOf(_body);
        reader.ExpectObject();
        return reader;
    }

    /// <summary>A reader on the element of the body that describes the error; on an empty one when the body is no document.</summary>
    public Utf8XmlReader XmlReader() => XmlErrors.ReaderOf(_body);

    private string? Redacted(string? text) => text is null ? null : _secrets.Redact(text);
}
