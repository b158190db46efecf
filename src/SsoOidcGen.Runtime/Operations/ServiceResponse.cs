using System.ComponentModel;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>A successful response while it is being read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ServiceResponse
{
    private readonly Call _call;
    private readonly ServiceDescription _service;
    private readonly HttpResponseMessage _message;
    private readonly Stream? _stream;
    private readonly EventMessage? _firstMessage;

    internal ServiceResponse(
        Call call,
        ServiceDescription service,
        HttpResponseMessage message,
        ReadOnlySpan<byte> body,
        Stream? stream = null,
        EventMessage? firstMessage = null
    )
    {
        _call = call;
        _service = service;
        _message = message;
        _stream = stream;
        _firstMessage = firstMessage;
        Body = body;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode => (int)_message.StatusCode;

    /// <summary>The whole body; empty when the operation streams it.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>The body of an operation that streams it. Closing the stream ends the call.</summary>
    public Stream Stream => _stream ?? Stream.Null;

    /// <summary>What came before the events of the body; empty when the service sent nothing there.</summary>
    public EventMessage InitialMessage => _firstMessage is { IsInitialResponse: true } initial ? initial : new();

    /// <summary>The body of a response that carries events.</summary>
    /// <param name="read">Makes an event of a message.</param>
    /// <param name="createException">Makes the exception of an error in the stream.</param>
    public IAsyncEnumerable<TEvent> Events<TEvent>(EventReader<TEvent> read, ExceptionFactory createException) =>
        new ResponseEvents<TEvent>(
            _call.Operation.Name,
            _service.Errors,
            _message,
            Stream,
            _firstMessage,
            read,
            createException,
            _service.CreateUnmodeledException,
            _call.SecretsOf
        );

    /// <summary>The exception for a response whose events come without what has to be before them.</summary>
    /// <param name="member">The member of the output in the service's model.</param>
    public static MalformedContentException Missing(string member) =>
        new($"The response lacks '{member}', which has to come before its events.");

    /// <summary>The values of a header joined with a comma, or null.</summary>
    public string? Header(string name) => ResponseHeaders.Get(_message, name);

    /// <summary>The headers whose names start with a prefix, by the rest of their names.</summary>
    public IReadOnlyDictionary<string, string> PrefixHeaders(string prefix)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        Add(headers, prefix, _message.Headers.NonValidated);
        Add(headers, prefix, _message.Content.Headers.NonValidated);
        return headers;
    }

    /// <summary>A reader on the first token of the body; on an empty object when there is no body.</summary>
    public Utf8JsonReader JsonReader() => JsonText.ReaderOf(Body);

    /// <summary>A reader on the first item of the body; on an empty map when there is no body.</summary>
    /// <exception cref="MalformedContentException">The response says that it follows another protocol.</exception>
    public CborReader CborReader() =>
        RpcV2Cbor.IsSpokenIn(_message)
            ? CborText.ReaderOf(Body)
            : throw new MalformedContentException(RpcV2Cbor.OtherProtocol);

    /// <summary>A reader on the root of the body's document; on an empty element when there is no body.</summary>
    public Utf8XmlReader XmlReader() => XmlText.ReaderOf(Body);

    /// <summary>A reader on an element in the root that holds the output; on the root when there is none of that name.</summary>
    /// <param name="wrapper">The element's name in UTF-8.</param>
    public Utf8XmlReader XmlReader(ReadOnlySpan<byte> wrapper) => XmlText.ReaderOf(Body, wrapper);

    private static void Add(Dictionary<string, string> target, string prefix, HttpHeadersNonValidated headers)
    {
        foreach ((string name, HeaderStringValues values) in headers)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                target[name[prefix.Length..]] = values.ToString();
            }
        }
    }
}
