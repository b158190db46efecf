using System.Net;

namespace SsoOidcGen.Benchmarks.Calls;

/// <summary>Reads a request to its end and responds at once: what is left is the client's own work.</summary>
internal sealed class PreparedResponse(HttpStatusCode status, byte[] body, string? errorType = null)
    : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.Content is not null)
        {
            await request.Content.CopyToAsync(Stream.Null, cancellationToken);
        }

        HttpResponseMessage response = new(status) { Content = new ByteArrayContent(body), RequestMessage = request };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        response.Headers.TryAddWithoutValidation("x-amzn-RequestId", "5d1f4f3c-0f0e-4d5e-9b0a-1b2c3d4e5f60");
        if (errorType is not null)
        {
            response.Headers.TryAddWithoutValidation("x-amzn-ErrorType", errorType);
        }

        return response;
    }
}
