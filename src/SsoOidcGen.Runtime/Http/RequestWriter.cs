using System.Text.Json;

namespace SsoOidcGen.Runtime;

/// <summary>Takes a request's parts from a generated client: path, query, headers and body.</summary>
public sealed partial class RequestWriter
{
    [ThreadStatic]
    private static RequestWriter? _spare;

    private RequestWriter() => _json = new Utf8JsonWriter(_buffer, JsonOptions);

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
        HeaderFault = null;
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

    /// <summary>A new value for an idempotency token that the caller left out (a UUID).</summary>
    public string IdempotencyToken() => NewIdempotencyToken();

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
}
