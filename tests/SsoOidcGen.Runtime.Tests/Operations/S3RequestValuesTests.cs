using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Operations;

public sealed class S3RequestValuesTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("bucket/key", "bucket/key")]
    [InlineData("bucket/a b+ü", "bucket/a%20b%2B%C3%BC")]
    [InlineData("bucket/a b?versionId=x/y z", "bucket/a%20b?versionId=x/y z")]
    [InlineData("bucket/a?versionId=1?versionId=2", "bucket/a%3FversionId%3D1?versionId=2")]
    public void The_source_of_a_copy_is_encoded_up_to_its_version(string? source, string? expected) =>
        Assert.Equal(expected, S3RequestValues.CopySource(source));

    [Theory]
    [InlineData(null, null, null, false)]
    [InlineData(null, "given", "given", false)]
    [InlineData("a2V5", "given", "given", true)]
    [InlineData("not base64", null, null, true)]
    public void A_digest_that_is_given_counts(string? key, string? digest, string? expected, bool holdsKey)
    {
        (string? sent, bool holds) = Write(key, digest);

        Assert.Equal((expected, holdsKey), (sent, holds));
    }

    [Fact]
    public void The_digest_of_a_key_is_that_of_its_bytes() =>
        Assert.Equal(
            "QDKvjWEDUSOQbljgZxQMxQ==",
            Write(Convert.ToBase64String("0123456789abcdef"u8), digest: null).Digest
        );

    private static (string? Digest, bool HoldsKey) Write(string? key, string? digest)
    {
        RequestWriter writer = RequestWriter.Rent(static () => "");
        writer.KeyDigest("X-MD5", key, digest);
        (string? Digest, bool HoldsKey) result = (writer.SentHeaders.Take("x-md5"), writer.HoldsEncryptionKey);
        writer.Return(bodyInUse: false);
        return result;
    }
}
