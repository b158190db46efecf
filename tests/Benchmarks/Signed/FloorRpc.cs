using System.Net.Http.Headers;
using SsoOidcGen.Benchmarks.Calls;

namespace SsoOidcGen.Benchmarks.Signed;

/// <summary>Sends a signed awsJson 1.0 request, written by hand.</summary>
internal sealed class FloorRpc(HttpClient http, string service)
{
    private static readonly MediaTypeHeaderValue s_json = new("application/x-amz-json-1.0");

    private readonly Uri _uri = new($"https://{service}.eu-central-1.amazonaws.com/");
    private readonly FloorSigner _signer = new(service, $"{service}.eu-central-1.amazonaws.com");

    /// <summary>Fills the response's body into <paramref name="received"/>.</summary>
    public async Task CallAsync(string target, PooledBytes sent, PooledBytes received)
    {
        ReadOnlyMemoryContent content = new(sent.Written);
        content.Headers.ContentType = s_json;
        using HttpRequestMessage message = new(HttpMethod.Post, _uri) { Content = content };
        message.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        _signer.Sign(message, target, sent.Written.Span);
        using HttpResponseMessage response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await received.FillAsync(response.Content, CancellationToken.None);
    }
}
