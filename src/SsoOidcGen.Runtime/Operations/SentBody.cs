using System.Text;
using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>The body of a request: bytes, a stream, events, or nothing.</summary>
internal sealed class SentBody
{
    private const long LargeLength = 1024 * 1024;
    private const string FormType = "application/x-www-form-urlencoded";

    private readonly PooledBuffer _buffer = new();
    private readonly Utf8JsonWriter _json;
    private bool _isBuffered;
    private long _start;
    private string? _payloadHash;
    private ReadOnlyMemory<byte>? _content;
    private Stream? _stream;
    private RequestEvents? _events;
    private string? _contentType;
    private Func<HttpRequestMessage, Stream, HttpContent>? _encode;

    public SentBody() => _json = new Utf8JsonWriter(_buffer, JsonText.WriterOptions);

    /// <summary>The bytes; null when the request has none.</summary>
    public ReadOnlyMemory<byte>? Content => _content;

    public Stream? Stream => _stream;

    /// <summary>It is worth asking whether the service wants the body before sending it.</summary>
    public bool IsLarge => _stream is { } stream && (!stream.CanSeek || stream.Length - stream.Position >= LargeLength);

    public Utf8JsonWriter Json(string contentType)
    {
        _json.Reset();
        _isBuffered = true;
        _contentType = contentType;
        return _json;
    }

    public CborWriter Cbor()
    {
        _isBuffered = true;
        _contentType = "application/cbor";
        return new CborWriter(_buffer);
    }

    public Utf8XmlWriter Xml()
    {
        _isBuffered = true;
        _contentType = "application/xml";
        return new Utf8XmlWriter(_buffer);
    }

    public FormWriter Form(string action, string version)
    {
        _isBuffered = true;
        _contentType = FormType;
        return new FormWriter(_buffer, action, version);
    }

    public void Set(ReadOnlyMemory<byte>? content, string? contentType)
    {
        _content = content;
        _contentType = content is null ? null : contentType;
    }

    public void Set(Stream? stream, string? contentType)
    {
        _stream = stream;
        _contentType = stream is null ? null : contentType;
    }

    public void Set(RequestEvents events)
    {
        _events = events;
        _contentType = "application/vnd.amazon.eventstream";
    }

    /// <summary>Ends the writing; from here on the parts are read.</summary>
    public void Complete()
    {
        if (_isBuffered)
        {
            _json.Flush();
            _content = _buffer.WrittenMemory;
        }

        _start = _stream is { CanSeek: true } stream ? stream.Position : 0;
    }

    /// <summary>Makes a request without the stream, which somebody else brings along.</summary>
    public void LeaveStreamOut()
    {
        if (_stream is not null)
        {
            _stream = null;
            _contentType = null;
        }
    }

    /// <summary>Makes a request without the form.</summary>
    /// <returns>The form; null when the body is none, or compressed.</returns>
    public string? TakeForm()
    {
        if (_contentType != FormType || !_isBuffered)
        {
            return null;
        }

        string form = Encoding.ASCII.GetString(_buffer.WrittenSpan);
        _content = null;
        _contentType = null;
        return form;
    }

    /// <summary>Sends the stream in a form of its own.</summary>
    public void EncodeStream(Func<HttpRequestMessage, Stream, HttpContent> encode) => _encode = encode;

    public void Replace(ReadOnlyMemory<byte> content)
    {
        _content = content;
        _isBuffered = false;
    }

    /// <summary>Makes a stream ready to be sent again.</summary>
    /// <returns>False when it can be read only once.</returns>
    public bool TryRewind()
    {
        if (_events is { IsStarted: true })
        {
            return false;
        }

        if (_stream is not { } stream)
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
    public async ValueTask<string> HashPayloadAsync(string operation, CancellationToken cancellationToken) =>
        _payloadHash ??= _stream is null
            ? PayloadHash.Of(_content.GetValueOrDefault().Span)
            : await ReadAheadAsync(operation, PayloadHash.OfAsync, cancellationToken).ConfigureAwait(false);

    /// <summary>Spares <see cref="HashPayloadAsync"/> the reading of a stream that was hashed for another purpose.</summary>
    public void SetPayloadHash(string hash) => _payloadHash = hash;

    /// <summary>Computes something from a streamed body and sets the stream back.</summary>
    /// <exception cref="RequestValidationException">The stream can be read only once.</exception>
    public async ValueTask<T> ReadAheadAsync<T>(
        string operation,
        Func<Stream, CancellationToken, ValueTask<T>> compute,
        CancellationToken cancellationToken
    )
    {
        Stream stream = _stream!;
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

    public void CopyTo(HttpRequestMessage message)
    {
        if (_events is not null)
        {
            message.Content = _events.CreateContent(message);
        }
        else if (_encode is not null)
        {
            message.Content = _encode(message, _stream!);
        }
        else if (_content is not null || _stream is not null)
        {
            message.Content = new RequestContent(message, _content.GetValueOrDefault(), _stream);
        }

        if (_contentType is not null)
        {
            message.Content?.Headers.TryAddWithoutValidation("Content-Type", _contentType);
        }
    }

    /// <param name="isInUse">A handler may still read the bytes, so their memory must not be used again.</param>
    public void Reset(bool isInUse)
    {
        if (isInUse)
        {
            _buffer.Abandon();
        }
        else
        {
            _buffer.Release();
        }

        _isBuffered = false;
        _payloadHash = null;
        _content = null;
        _stream = null;
        _events = null;
        _contentType = null;
        _encode = null;
    }
}
