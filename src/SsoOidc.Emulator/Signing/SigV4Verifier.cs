using System.Globalization;

namespace SsoOidc.Emulator;

/// <summary>Accepts a request only if a known access key has signed it, for this service, a short while ago.</summary>
internal sealed class SigV4Verifier(string signingName, TimeProvider time, AccessKeyStore keys)
{
    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(5);

    public void Verify(SignedRequest request)
    {
        if (request.Header("Authorization") is not { } header)
        {
            throw Refuse(403, "MissingAuthenticationTokenException", "The request is not signed");
        }

        if (SigV4Authorization.TryParse(header) is not { } authorization)
        {
            throw Incomplete("The Authorization header is not that of an AWS4-HMAC-SHA256 signature");
        }

        CheckSignedHeaders(request, authorization.SignedHeaders);
        CheckScope(request, authorization);
        if (keys.FindSecret(authorization.AccessKeyId, request.Header("x-amz-security-token")) is not { } secret)
        {
            throw Refuse(403, "UnrecognizedClientException", "The access key or its session token is not valid");
        }

        if (!Secrets.Match(SigV4Signature.Compute(request, authorization, secret), authorization.Signature))
        {
            throw Invalid("The signature does not match the request");
        }
    }

    /// <summary>What is not covered by the signature could have been changed or added on the way.</summary>
    private static void CheckSignedHeaders(SignedRequest request, IReadOnlyList<string> signedHeaders)
    {
        IEnumerable<string> required = request
            .Headers.Select(header => header.Name.ToLowerInvariant())
            .Where(name => name.StartsWith("x-amz-", StringComparison.Ordinal) || name is "content-type")
            .Append("host");
        if (required.FirstOrDefault(name => !signedHeaders.Contains(name)) is { } missing)
        {
            throw Incomplete($"The signature does not cover the header {missing}");
        }
    }

    private void CheckScope(SignedRequest request, SigV4Authorization authorization)
    {
        if (authorization.Service != signingName)
        {
            throw Invalid($"The signature is for {authorization.Service}, not for {signingName}");
        }

        string date = request.Header("x-amz-date") ?? "";
        if (
            !DateTimeOffset.TryParseExact(
                date,
                "yyyyMMdd'T'HHmmss'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out DateTimeOffset signedAt
            )
        )
        {
            throw Incomplete("The header x-amz-date is missing or not of the form yyyyMMddTHHmmssZ");
        }

        if (!date.StartsWith(authorization.Date, StringComparison.Ordinal))
        {
            throw Invalid("The signature is for another day than x-amz-date");
        }

        if ((time.GetUtcNow() - signedAt).Duration() > AllowedSkew)
        {
            throw Invalid("The signature has expired, or the clocks differ");
        }
    }

    private static ProtocolException Incomplete(string message) => Refuse(400, "IncompleteSignatureException", message);

    private static ProtocolException Invalid(string message) => Refuse(403, "InvalidSignatureException", message);

    private static ProtocolException Refuse(int status, string name, string message) =>
        new(status, name, ("message", message));
}
