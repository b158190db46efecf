using System.Text;
using SsoOidcGen.Testing;

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
                .EnumerateFiles(Repository.DataOrSkip("sigv4-tests"), "*.req", SearchOption.AllDirectories)
                .Select(file => Path.GetDirectoryName(file)!),
        ];

        Assert.True(folders.Length >= VectorCount, $"Only {folders.Length} vectors were found.");
        Assert.All(folders, folder => AssertSigned(new SigningVector(folder)));
    }

    private static void AssertSigned(SigningVector vector)
    {
        using HttpRequestMessage message = vector.ToMessage();
        AwsCredentials credentials = new("AKIDEXAMPLE", SecretKey, vector.SessionToken);
        string payloadHash = PayloadHash.Of(Encoding.UTF8.GetBytes(vector.Body));

        new SigV4Signer().Sign(message, payloadHash, credentials, Scope, Time);

        PooledBuffer canonical = new();
        PooledBuffer stringToSign = new();
        CanonicalRequest.Write(canonical, message, payloadHash, keepsPath: false);
        new SigV4Signer().WriteStringToSign(
            stringToSign,
            "20150830T123600Z",
            "20150830/us-east-1/service/aws4_request",
            canonical.WrittenSpan
        );
        Assert.Equal(vector.CanonicalRequest, Encoding.UTF8.GetString(canonical.WrittenSpan));
        Assert.Equal(vector.StringToSign, Encoding.UTF8.GetString(stringToSign.WrittenSpan));
        Assert.Equal(vector.Authorization, message.Headers.NonValidated["Authorization"].ToString());
    }
}
