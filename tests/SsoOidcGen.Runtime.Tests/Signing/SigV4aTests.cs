using System.Security.Cryptography;
using System.Text;

namespace SsoOidcGen.Runtime.Tests.Signing;

public sealed class SigV4aTests
{
    private static readonly DateTimeOffset Time = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly AwsCredentials Credentials = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    [Fact]
    public void The_private_key_is_the_one_that_other_clients_derive() =>
        Assert.Equal(
            "7EFC8C0E65A324242818C5A50C891C6060B6A00717B7BA3CBE3C5D765BE9259C",
            Convert.ToHexString(SigV4aKey.Derive(Credentials))
        );

    [Theory]
    [InlineData(
        "AKIDEXAMPLE",
        "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        "B6618F6A65740A99E650B33B6B4B5BD0D43B176D721A3EDFEA7E7D2D56D936B1"
    )]
    [InlineData(
        "AKISORANDOMAASORANDOM",
        "q+jcrXGc+0zWN6uzclKVhvMmUsIfRPa4rlRandom",
        "15D242CEEBF8D8169FD6A8B5A746C41140414C3B07579038DA06AF89190FFFCB"
    )]
    public void The_public_key_is_the_one_that_services_know(string keyId, string secret, string x)
    {
        using ECDsa key = KeyOf(new AwsCredentials(keyId, secret));

        Assert.Equal(x, Convert.ToHexString(key.ExportParameters(includePrivateParameters: false).Q.X!));
    }

    [Fact]
    public void A_signature_in_the_headers_can_be_verified_with_the_public_key()
    {
        using HttpRequestMessage message = Message();
        SigV4aSigner signer = new();

        signer.Sign(message, PayloadHash.Of("x"u8), Credentials, Scope, Time);

        string authorization = message.Headers.NonValidated["Authorization"].ToString();
        Assert.StartsWith("AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/20240102/s3/aws4_request, ", authorization);
        Assert.Contains("SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-region-set,", authorization);
        Assert.Equal("*", message.Headers.NonValidated["X-Amz-Region-Set"].ToString());
        string signature = authorization[(authorization.LastIndexOf('=') + 1)..];
        message.Headers.Remove("Authorization");
        AssertVerified(signer, message, PayloadHash.Of("x"u8), signature);
    }

    [Fact]
    public void A_signature_in_the_query_can_be_verified_with_the_public_key()
    {
        using HttpRequestMessage message = Message();
        SigV4aSigner signer = new();

        signer.Presign(message, PayloadHash.Unsigned, Credentials, Scope, Time, TimeSpan.FromMinutes(5));

        string address = message.RequestUri!.OriginalString;
        Assert.Contains("?X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&", address);
        Assert.Contains("&X-Amz-Expires=300&X-Amz-SignedHeaders=host&X-Amz-Region-Set=%2A&X-Amz-Signature=", address);
        int end = address.IndexOf("&X-Amz-Signature=", StringComparison.Ordinal);
        message.RequestUri = RequestTarget.Verbatim(address[..end]);
        AssertVerified(signer, message, PayloadHash.Unsigned, address[(end + "&X-Amz-Signature=".Length)..]);
    }

    private static SigningScope Scope => new("*", "s3", KeepsPath: true) { SendsPayloadHash = true };

    private static HttpRequestMessage Message() =>
        new(HttpMethod.Get, "https://alias.mrap.accesspoint.s3-global.amazonaws.com/k");

    private static ECDsa KeyOf(AwsCredentials credentials) =>
        ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = SigV4aKey.Derive(credentials) });

    private static void AssertVerified(
        SigV4aSigner signer,
        HttpRequestMessage message,
        string payloadHash,
        string signature
    )
    {
        PooledBuffer canonical = new();
        PooledBuffer text = new();
        CanonicalRequest.Write(canonical, message, payloadHash, keepsPath: true);
        signer.WriteStringToSign(text, "20240102T030405Z", "20240102/s3/aws4_request", canonical.WrittenSpan);
        using ECDsa key = KeyOf(Credentials);
        Assert.True(
            key.VerifyData(
                text.WrittenSpan,
                Convert.FromHexString(signature),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            ),
            Encoding.UTF8.GetString(text.WrittenSpan)
        );
    }
}
