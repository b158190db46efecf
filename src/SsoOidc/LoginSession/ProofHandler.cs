using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SsoOidc;

/// <summary>Proves with each request, and each attempt, that the client has the key its session is bound to (RFC 9449).</summary>
/// <param name="key">A key on the curve P-256.</param>
/// <param name="timeProvider">The clock.</param>
/// <param name="inner">Sends the requests; it is not disposed of with this handler.</param>
internal sealed class ProofHandler(ECDsa key, TimeProvider timeProvider, HttpMessageHandler inner) : HttpMessageHandler
{
    private const string Header = "DPoP";

    // A delegating handler would close the connections, which the next refresh needs.
    private readonly HttpMessageInvoker _inner = new(inner, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        request.Headers.Remove(Header);
        request.Headers.TryAddWithoutValidation(Header, Proof(request.Method.Method, request.RequestUri!));
        return _inner.SendAsync(request, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>A JWT of its own for each request (RFC 9449 §4.2). No value in it needs escaping.</summary>
    private string Proof(string method, Uri target)
    {
        ECPoint point = key.ExportParameters(includePrivateParameters: false).Q;
        string header =
            $$$"""{"typ":"dpop+jwt","alg":"ES256","jwk":{"kty":"EC","x":"{{{Base64UrlEncoding.GetString(point.X!)}}}","y":"{{{Base64UrlEncoding.GetString(point.Y!)}}}","crv":"P-256"}}""";
        string issuedAt = timeProvider.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string payload =
            $$"""{"htm":"{{method}}","htu":"{{target.GetLeftPart(UriPartial.Path)}}","iat":{{issuedAt}},"jti":"{{Guid.NewGuid()}}"}""";
        string text =
            $"{Base64UrlEncoding.GetString(Encoding.UTF8.GetBytes(header))}.{Base64UrlEncoding.GetString(Encoding.UTF8.GetBytes(payload))}";
        return $"{text}.{Base64UrlEncoding.GetString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}";
    }
}
