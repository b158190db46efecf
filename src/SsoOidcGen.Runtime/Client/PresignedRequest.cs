namespace SsoOidcGen.Runtime;

/// <summary>A request with its signature in the address: whoever has it can send it, without credentials, until it expires.</summary>
public sealed class PresignedRequest
{
    /// <summary>The HTTP method; the signature holds for no other.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The address with the signature in its query. A secret for as long as it is valid.</summary>
    public required Uri Url { get; init; }

    /// <summary>The headers that are signed besides <c>Host</c>: the request must carry the same.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The body that is signed; null where the operation has none, or where the sender brings it along.</summary>
    public ReadOnlyMemory<byte>? Content { get; init; }

    /// <summary>When the request ceases to be valid: at the end of its lifetime, or of the credentials that signed it.</summary>
    public required DateTimeOffset Expiration { get; init; }

    /// <summary>Makes a message of the request, for an <see cref="HttpClient"/>.</summary>
    /// <param name="content">The body that the sender brings along; null: <see cref="Content"/>.</param>
    public HttpRequestMessage ToMessage(HttpContent? content = null)
    {
        HttpRequestMessage message = new(Method, Url)
        {
            Content = content ?? (Content is { } body ? new ReadOnlyMemoryContent(body) : null),
        };
        foreach ((string name, string value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content ??= new ByteArrayContent([]);
                message.Content.Headers.Remove(name);
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    /// <summary>Method, address without query, and expiration; no secret.</summary>
    public override string ToString() => $"{Method} {Url.GetLeftPart(UriPartial.Path)} until {Expiration:u}";
}
