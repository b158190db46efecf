using System.Security.Cryptography;
using System.Text;

namespace SsoOidc.Emulator;

internal static class SigV4Signature
{
    /// <returns>The signature a holder of <paramref name="secretKey"/> makes, as hexadecimal digits.</returns>
    public static string Compute(SignedRequest request, SigV4Authorization authorization, string secretKey)
    {
        string canonical = CanonicalRequest.Create(request, authorization.SignedHeaders);
        string stringToSign = string.Join(
            '\n',
            SigV4Authorization.Algorithm,
            request.Header("x-amz-date"),
            authorization.Scope,
            Hexadecimal.Encode(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))
        );

        byte[] key = Encoding.UTF8.GetBytes($"AWS4{secretKey}");
        foreach (string part in authorization.Scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return Hexadecimal.Encode(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
    }
}
