using System.Security.Cryptography;
using System.Text;

namespace SsoOidc.Tests.Emulator;

/// <summary>Signs the requests that have to be signed, written out by hand from the AWS reference.</summary>
internal sealed record RequestSigner(string AccessKeyId, string Secret, DateTimeOffset Time)
{
    public string Service { get; init; } = "sso-oauth";

    public string? SessionToken { get; init; }

    public HttpRequestMessage CreateTokenWithIam(Uri baseAddress, string body) =>
        Sign(new Uri(baseAddress, "token?aws_iam=t"), "application/json", body);

    /// <summary>A request of STS, whose address has no path and no query.</summary>
    public HttpRequestMessage CallSts(Uri baseAddress, string form) =>
        Sign(baseAddress, "application/x-www-form-urlencoded", form);

    private HttpRequestMessage Sign(Uri address, string contentType, string body)
    {
        string date = $"{Time:yyyyMMdd'T'HHmmss'Z'}";
        string scope = $"{Time:yyyyMMdd}/us-east-1/{Service}/aws4_request";
        string tokenLine = SessionToken is null ? "" : $"x-amz-security-token:{SessionToken}\n";
        string signedHeaders = $"content-type;host;x-amz-date{(SessionToken is null ? "" : ";x-amz-security-token")}";
        string canonical =
            $"POST\n{address.AbsolutePath}\n{address.Query.TrimStart('?')}\ncontent-type:{contentType}\n"
            + $"host:{address.Authority}\nx-amz-date:{date}\n"
            + $"{tokenLine}\n{signedHeaders}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}";
        string toSign = $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        byte[] key = scope
            .Split('/')
            .Aggregate(
                Encoding.UTF8.GetBytes($"AWS4{Secret}"),
                (current, part) => HMACSHA256.HashData(current, Encoding.UTF8.GetBytes(part))
            );
        string signature = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));

        var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        request.Headers.Add("X-Amz-Date", date);
        if (SessionToken is not null)
        {
            request.Headers.Add("X-Amz-Security-Token", SessionToken);
        }

        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/{scope}, SignedHeaders={signedHeaders}, Signature={signature}"
        );
        return request;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
