using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace SsoOidcGen.Runtime;

/// <summary>Takes a request's parts from a generated client: path, query, headers and body.</summary>
public sealed class RequestWriter
{
    // A body is read by a service, not by a browser: nothing needs escaping beyond what JSON asks for. Generated
    // code nests objects and arrays correctly, so the writer need not check it again.
    internal static readonly JsonWriterOptions JsonOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static RequestWriter? _spare;

    private readonly StringBuilder _target = new();
    private readonly List<string> _queryNames = [];
    private readonly PooledBuffer _buffer = new();

    private readonly Utf8JsonWriter _json;
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private bool _hasJson;
    private long _start;
    private string? _payloadHash;

    private RequestWriter() => _json = new Utf8JsonWriter(_buffer, JsonOptions);

    internal string? Prefix { get; private set; }

    /// <summary>What is sent as the body; null when the request has none.</summary>
    internal ReadOnlyMemory<byte>? Content { get; private set; }

    internal Stream? ContentStream { get; private set; }

    internal RequestEvents? ContentEvents { get; private set; }

    internal string? ContentType { get; private set; }

    /// <summary>Path and query when every call of the operation has the same.</summary>
    internal string? ConstantTarget { get; private set; }

    /// <summary>Path and query of this request.</summary>
    internal string PathAndQuery => ConstantTarget ?? _target.ToString();

    private Func<string> NewIdempotencyToken { get; set; } = null!;

    internal static RequestWriter Rent(Func<string> newIdempotencyToken)
    {
        RequestWriter writer = _spare ?? new RequestWriter();
        _spare = null;
        writer.NewIdempotencyToken = newIdempotencyToken;
        return writer;
    }

    /// <summary>Makes the writer ready for the next request.</summary>
    /// <param name="bodyInUse">A handler may still read the body, so its memory must not be used again.</param>
    internal void Return(bool bodyInUse)
    {
        if (bodyInUse)
        {
            _buffer.Abandon();
        }
        else
        {
            _buffer.Release();
        }

        _target.Clear();
        _queryNames.Clear();
        _headers.Clear();
        _hasJson = false;
        _payloadHash = null;
        ConstantTarget = null;
        Prefix = null;
        Content = null;
        ContentStream = null;
        ContentEvents = null;
        ContentType = null;
        _spare = this;
    }

    /// <summary>Adds a piece of the path that the model spells out.</summary>
    public void Path(string literal) => _target.Append(literal);

    /// <summary>Sets path and query of an operation that has the same for every call.</summary>
    public void Target(string literal) => ConstantTarget = literal;

    /// <summary>Adds a member to the path, percent-encoded.</summary>
    public void Label(string value) => PercentEncoding.Append(_target, value);

    /// <summary>Adds a member to the path whose slashes separate segments.</summary>
    public void GreedyLabel(string value) => PercentEncoding.Append(_target, value, keepSlashes: true);

    /// <summary>Adds a query parameter without a value.</summary>
    public void Query(string name)
    {
        _target.Append(_queryNames.Count == 0 ? '?' : '&');
        _queryNames.Add(name);
        PercentEncoding.Append(_target, name);
    }

    /// <summary>Adds a query parameter; null leaves it out.</summary>
    public void Query(string name, string? value)
    {
        if (value is not null)
        {
            Query(name);
            _target.Append('=');
            PercentEncoding.Append(_target, value);
        }
    }

    /// <summary>Adds a query parameter once for each value.</summary>
    public void Query(string name, IEnumerable<string>? values)
    {
        foreach (string value in values ?? [])
        {
            Query(name, value);
        }
    }

    /// <summary>Adds a query parameter for each entry whose name was not added before (Smithy <c>httpQueryParams</c>).</summary>
    public void QueryMap(IEnumerable<KeyValuePair<string, string>>? entries)
    {
        HashSet<string> taken = [.. _queryNames];
        foreach ((string name, string value) in entries ?? [])
        {
            if (!taken.Contains(name))
            {
                Query(name, value);
            }
        }
    }

    /// <inheritdoc cref="QueryMap(IEnumerable{KeyValuePair{string, string}})"/>
    public void QueryMap<TList>(IEnumerable<KeyValuePair<string, TList>>? entries)
        where TList : IEnumerable<string>
    {
        HashSet<string> taken = [.. _queryNames];
        foreach ((string name, TList values) in entries ?? [])
        {
            if (!taken.Contains(name))
            {
                Query(name, values);
            }
        }
    }

    /// <summary>Adds a header; null leaves it out.</summary>
    public void Header(string name, string? value)
    {
        if (value is not null)
        {
            _headers.Add(new(name, value));
        }
    }

    /// <summary>Adds a header with its items joined by commas; null leaves it out.</summary>
    public void Header(string name, IEnumerable<string>? items) =>
        Header(name, items is null ? null : string.Join(", ", items));

    /// <summary>Adds a header for each entry (Smithy <c>httpPrefixHeaders</c>).</summary>
    public void PrefixHeaders(string prefix, IEnumerable<KeyValuePair<string, string>>? entries)
    {
        foreach ((string name, string value) in entries ?? [])
        {
            if (!HasHeader(prefix + name))
            {
                Header(prefix + name, value);
            }
        }
    }

    /// <summary>Goes before the endpoint's host (Smithy <c>endpoint</c> trait).</summary>
    public void HostPrefix(string prefix) => Prefix += prefix;

    /// <summary>A new value for an idempotency token that the caller left out (a UUID).</summary>
    public string IdempotencyToken() => NewIdempotencyToken();

    /// <summary>The writer of a JSON body.</summary>
    public Utf8JsonWriter Json()
    {
        _json.Reset();
        _hasJson = true;
        ContentType = "application/json";
        return _json;
    }

    /// <summary>Sends bytes as the body; null sends none.</summary>
    public void Body(ReadOnlyMemory<byte>? content, string contentType)
    {
        Content = content;
        ContentType = content is null ? null : contentType;
    }

    /// <summary>Sends text as the body; null sends none.</summary>
    public void Body(string? text, string contentType) =>
        Body(text is null ? null : Encoding.UTF8.GetBytes(text), contentType);

    /// <summary>Sends a stream from its position to its end; null sends none. The caller keeps and closes it.</summary>
    public void Body(Stream? stream, string contentType)
    {
        ContentStream = stream;
        ContentType = stream is null ? null : contentType;
    }

    /// <summary>Sends events one by one as they come; null sends none.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="events">The caller's events.</param>
    /// <param name="write">Writes an event as a message.</param>
    /// <param name="validate">Checks an event against the model.</param>
    public void Events<TEvent>(
        string operation,
        IAsyncEnumerable<TEvent>? events,
        Action<TEvent, EventWriter> write,
        InputValidator<TEvent> validate
    )
    {
        ContentEvents = RequestEvents.Create(operation, events ?? EventStreams.Empty<TEvent>(), write, validate);
        ContentType = "application/vnd.amazon.eventstream";
    }

    /// <summary>Sends an empty JSON object as the body.</summary>
    public void EmptyObject()
    {
        Utf8JsonWriter json = Json();
        json.WriteStartObject();
        json.WriteEndObject();
    }

    /// <summary>Ends the writing; from here on the parts are read.</summary>
    internal void Complete()
    {
        if (_hasJson)
        {
            _json.Flush();
            Content = _buffer.WrittenMemory;
        }

        _start = ContentStream is { CanSeek: true } stream ? stream.Position : 0;
    }

    internal void ReplaceContent(ReadOnlyMemory<byte> content) => Content = content;

    internal bool HasHeader(string name) => IndexOfHeader(name) >= 0;

    /// <summary>Adds a value to the list that a header holds.</summary>
    internal void AppendToHeader(string name, string value)
    {
        int index = IndexOfHeader(name);
        if (index < 0)
        {
            Header(name, value);
        }
        else
        {
            _headers[index] = new(name, $"{_headers[index].Value}, {value}");
        }
    }

    /// <summary>Makes a stream ready to be sent again.</summary>
    /// <returns>False when it can be read only once.</returns>
    internal bool TryRewind()
    {
        if (ContentEvents is { IsStarted: true })
        {
            return false;
        }

        if (ContentStream is not { } stream)
        {
            return true;
        }

        if (!stream.CanSeek)
        {
            return false;
        }

        stream.Position = _start;
        return true;
    }

    /// <summary>The hash of the body for a signature. A stream is read to its end and set back.</summary>
    /// <exception cref="RequestValidationException">The stream can be read only once.</exception>
    internal async ValueTask<string> HashPayloadAsync(string operation, CancellationToken cancellationToken)
    {
        if (_payloadHash is null && ContentStream is { } stream)
        {
            if (!stream.CanSeek)
            {
                throw new RequestValidationException(
                    operation,
                    ["The body is signed before it is sent, so its stream must be able to seek"]
                );
            }

            _payloadHash = await SigV4Signer.HashPayloadAsync(stream, cancellationToken).ConfigureAwait(false);
            stream.Position = _start;
        }

        return _payloadHash ??= SigV4Signer.HashPayload(Content.GetValueOrDefault().Span);
    }

    /// <summary>Gives headers and body to a message.</summary>
    internal void CopyTo(HttpRequestMessage message)
    {
        if (ContentEvents is not null)
        {
            message.Content = new EventStreamContent(message, ContentEvents);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }
        else if (Content is not null || ContentStream is not null)
        {
            message.Content = new RequestContent(message, Content.GetValueOrDefault(), ContentStream);
            if (ContentType is not null && !HasHeader("Content-Type"))
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }
        }

        foreach ((string name, string value) in _headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content ??= new RequestContent(message, body: default, stream: null);
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private int IndexOfHeader(string name) =>
        _headers.FindIndex(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
}
