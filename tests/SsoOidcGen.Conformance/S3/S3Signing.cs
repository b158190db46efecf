using SsoOidcGen.Runtime;

namespace SsoOidcGen.Conformance.S3;

/// <summary>Signs a request once more, as a client does that leaves a header out.</summary>
internal static class S3Signing
{
    public static string WithoutContentType(RecordingHandler.Request sent)
    {
        using HttpRequestMessage message = new(new HttpMethod(sent.Method), sent.Uri);
        foreach ((string name, string value) in sent.Headers)
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        AwsCredentials credentials = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
        return new SigV4Signer().SignStart(
            message,
            sent.Headers["X-Amz-Content-Sha256"],
            credentials,
            new SigningScope("us-west-2", "s3", KeepsPath: true) { SendsPayloadHash = true },
            S3Code.Time
        );
    }
}
