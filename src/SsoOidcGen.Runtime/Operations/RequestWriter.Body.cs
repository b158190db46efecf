using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Runtime;

public sealed partial class RequestWriter
{
    private readonly PooledBuffer _buffer = new();

    private readonly Utf8JsonWriter _json;
    private bool _hasJson;
    private long _start;
    private string? _payloadHash;
    private ReadOnlyMemory<byte>? _content;
    private Stream? _contentStream;
    private RequestEvents? _contentEvents;
    private string? _contentType;

    /// <summary>What is sent as the body; null when the request has none.</summary>
    internal ReadOnlyMemory<byte>? Content => _content;

    internal Stream? ContentStream => _contentStream;

    internal RequestEvents? ContentEvents => _contentEvents;

    /// <summary>The writer of a JSON body.</summary>
    /// <param name="contentType">Its media type, which names the protocol where that has one of its own.</param>
    public Utf8JsonWriter Json(string contentType = "application/json")
    {
        _json.Reset();
        _hasJson = true;
        _contentType = contentType;
        return _json;
    }

    /// <summary>Sends bytes as the body; null sends none.</summary>
    public void Body(ReadOnlyMemory<byte>? content, string contentType)
    {
        _content = content;
        _contentType = content is null ? null : contentType;
    }

    /// <summary>Sends text as the body; null sends none.</summary>
    public void Body(string? text, string contentType) =>
        Body(text is null ? null : Encoding.UTF8.GetBytes(text), contentType);

    /// <summary>Sends a stream from its position to its end; null sends none. The caller keeps and closes it.</summary>
    public void Body(Stream? stream, string contentType)
    {
        _contentStream = stream;
        _contentType = stream is null ? null : contentType;
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
        _contentEvents = RequestEvents.Create(operation, events ?? EventStreams.Empty<TEvent>(), write, validate);
        _contentType = "application/vnd.amazon.eventstream";
    }

    /// <summary>Sends an empty JSON object as the body.</summary>
    /// <param name="contentType">Its media type.</param>
    public void EmptyObject(string contentType = "application/json")
    {
        Utf8JsonWriter json = Json(contentType);
        json.WriteStartObject();
        json.WriteEndObject();
    }

    /// <summary>Ends the writing; from here on the parts are read.</summary>
    internal void Complete()
    {
        if (_hasJson)
        {
            _json.Flush();
            _content = _buffer.WrittenMemory;
        }

        _start = _contentStream is { CanSeek: true } stream ? stream.Position : 0;
    }

    internal void ReplaceContent(ReadOnlyMemory<byte> content) => _content = content;

    /// <summary>Makes a stream ready to be sent again.</summary>
    /// <returns>False when it can be read only once.</returns>
    internal bool TryRewind()
    {
        if (_contentEvents is { IsStarted: true })
        {
            return false;
        }

        if (_contentStream is not { } stream)
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

    /// <summary>The hash of the body for a signature.</summary>
    /// <exception cref="RequestValidationException">The body is a stream that can be read only once.</exception>
    internal async ValueTask<string> HashPayloadAsync(string operation, CancellationToken cancellationToken) =>
        _payloadHash ??= _contentStream is null
            ? SigV4Signer.HashPayload(_content.GetValueOrDefault().Span)
            : await ReadAheadAsync(operation, SigV4Signer.HashPayloadAsync, cancellationToken).ConfigureAwait(false);

    /// <summary>Computes something from a streamed body and sets the stream back.</summary>
    /// <exception cref="RequestValidationException">The stream can be read only once.</exception>
    internal async ValueTask<T> ReadAheadAsync<T>(
        string operation,
        Func<Stream, CancellationToken, ValueTask<T>> compute,
        CancellationToken cancellationToken
    )
    {
        Stream stream = _contentStream!;
        if (!stream.CanSeek)
        {
            throw new RequestValidationException(
                operation,
                ["The body is hashed before it is sent, so its stream must be able to seek"]
            );
        }

        T result = await compute(stream, cancellationToken).ConfigureAwait(false);
        stream.Position = _start;
        return result;
    }
}
