using System.Text.Json;

namespace SsoOidcGen.Runtime;

/// <summary>Takes a request's parts from a generated client: path, query, headers and body.</summary>
public sealed partial class RequestWriter
{
    [ThreadStatic]
    private static RequestWriter? _spare;

    private Func<string> _newIdempotencyToken = null!;

    private RequestWriter() => _json = new Utf8JsonWriter(_buffer, JsonText.WriterOptions);

    internal static RequestWriter Rent(Func<string> newIdempotencyToken)
    {
        RequestWriter writer = _spare ?? new RequestWriter();
        _spare = null;
        writer._newIdempotencyToken = newIdempotencyToken;
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
        _headerFault = null;
        _hasJson = false;
        _payloadHash = null;
        _constantTarget = null;
        _prefix = null;
        _content = null;
        _contentStream = null;
        _contentEvents = null;
        _contentType = null;
        _spare = this;
    }

    /// <summary>A new value for an idempotency token that the caller left out (a UUID).</summary>
    public string IdempotencyToken() => _newIdempotencyToken();

    /// <summary>Gives headers and body to a message.</summary>
    internal void CopyTo(HttpRequestMessage message)
    {
        if (_contentEvents is not null)
        {
            message.Content = _contentEvents.CreateContent(message);
        }
        else if (_content is not null || _contentStream is not null)
        {
            message.Content = new RequestContent(message, _content.GetValueOrDefault(), _contentStream);
        }

        if (_contentType is not null)
        {
            message.Content?.Headers.TryAddWithoutValidation("Content-Type", _contentType);
        }

        if (_headers.Count > 0)
        {
            CopyHeadersTo(message);
        }
    }
}
