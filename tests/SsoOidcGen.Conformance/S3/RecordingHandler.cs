using System.Net.Http.Headers;

namespace SsoOidcGen.Conformance.S3;

/// <summary>Keeps every request with its body, and responds as a test says.</summary>
internal sealed class RecordingHandler(params Func<HttpResponseMessage>[] responses) : HttpMessageHandler
{
    public List<Request> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        foreach (
            (string name, HeaderStringValues values) in request.Headers.NonValidated.Concat(
                request.Content?.Headers.NonValidated ?? default
            )
        )
        {
            headers[name] = values.ToString();
        }

        string? body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        Requests.Add(new Request(request.Method.Method, request.RequestUri!, headers, body));
        return responses.Length == 0
            ? new HttpResponseMessage { Content = new ByteArrayContent([]) }
            : responses[Math.Min(Requests.Count, responses.Length) - 1]();
    }

    internal sealed record Request(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string? Body)
    {
        public string Line => $"{Method} {Uri.OriginalString}";

        public string Signature => Headers["Authorization"].Split("Signature=")[1];

        public string SignedHeaders => Headers["Authorization"].Split("SignedHeaders=")[1].Split(',')[0];
    }
}
