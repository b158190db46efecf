using System.Net;

namespace SsoOidcGen.Conformance.Protocols;

/// <summary>Keeps what a client sends and gives it a prepared answer.</summary>
internal sealed class CapturingHandler(Func<HttpResponseMessage> answer) : HttpMessageHandler
{
    public string Method { get; private set; } = "";

    public Uri Uri { get; private set; } = new("about:blank");

    /// <summary>All headers, those of the body included; several values joined by a comma.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when there is none.</summary>
    public byte[]? Body { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Method = request.Method.Method;
        Uri = request.RequestUri!;
        long? length = request.Content?.Headers.ContentLength;
        foreach (
            (string name, System.Net.Http.Headers.HeaderStringValues values) in request.Headers.NonValidated.Concat(
                request.Content?.Headers.NonValidated ?? default
            )
        )
        {
            Headers[name] = string.Join(", ", values);
        }

        if (length is { } known)
        {
            Headers["Content-Length"] = known.ToString();
        }

        Body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        return answer();
    }
}
