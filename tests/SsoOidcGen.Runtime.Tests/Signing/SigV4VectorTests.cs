using System.Text;

namespace SsoOidcGen.Runtime.Tests;

public sealed class SigV4VectorTests
{
    private const int VectorCount = 34;
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static readonly SigningScope Scope = new("us-east-1", "service");
    private static readonly DateTimeOffset Time = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    [Fact]
    public void Every_vector_is_signed_as_the_suite_expects()
    {
        string[] folders =
        [
            .. Directory
                .EnumerateFiles(SharedData.Require("sigv4-tests"), "*.req", SearchOption.AllDirectories)
                .Select(file => Path.GetDirectoryName(file)!),
        ];

        Assert.True(folders.Length >= VectorCount, $"Only {folders.Length} vectors were found.");
        Assert.All(folders, folder => AssertSigned(new SigningVector(folder)));
    }

    private static void AssertSigned(SigningVector vector)
    {
        using HttpRequestMessage message = vector.ToMessage();
        AwsCredentials credentials = new("AKIDEXAMPLE", SecretKey, vector.SessionToken);
        string payloadHash = SigV4Signer.HashPayload(Encoding.UTF8.GetBytes(vector.Body));

        new SigV4Signer().Sign(message, payloadHash, credentials, Scope, Time);

        string canonical = SigV4Signer.CanonicalRequest(
            vector.Method,
            message.RequestUri!.PathAndQuery,
            CanonicalHeaders.Of(message),
            payloadHash,
            keepsPath: false
        );
        Assert.Equal(vector.CanonicalRequest, canonical);
        Assert.Equal(vector.StringToSign, SigV4Signer.StringToSign(canonical, Scope, "20150830T123600Z"));
        Assert.Equal(vector.Authorization, message.Headers.NonValidated["Authorization"].ToString());
    }
}
