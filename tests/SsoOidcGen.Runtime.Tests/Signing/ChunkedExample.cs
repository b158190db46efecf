namespace SsoOidcGen.Runtime.Tests.Signing;

/// <summary>Who signs the published examples of bodies in chunks, for what, and when (Amazon S3 API Reference).</summary>
internal static class ChunkedExample
{
    public static readonly DateTimeOffset Time = new(2013, 5, 24, 0, 0, 0, TimeSpan.Zero);
    public static readonly SigningScope Scope = new("us-east-1", "s3", KeepsPath: true);
    public static readonly AwsCredentials Credentials = new(
        "AKIAIOSFODNN7EXAMPLE",
        "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    );
}
