using System.Text;
using Microsoft.Extensions.Time.Testing;
using static SsoOidcGen.Runtime.Tests.Signing.ChunkedExample;

namespace SsoOidcGen.Runtime.Tests.Operations;

/// <summary>The published example of a body of 66,560 letters whose checksum follows it (Amazon S3 API Reference).</summary>
public sealed class AwsChunkedContentTests
{
    [Fact]
    public async Task Over_http_chunks_and_what_follows_them_are_signed()
    {
        (string text, long? announced) = await SendAsync("http", "CRC32C");

        Assert.StartsWith("10400;chunk-signature=", text);
        Assert.Matches(
            "a\r\n0;chunk-signature=[0-9a-f]{64}\r\nx-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:[0-9a-f]{64}\r\n\r\n$",
            text
        );
        Assert.Equal(announced, text.Length);
    }

    [Fact]
    public async Task Over_https_the_connection_protects_them()
    {
        (string text, long? announced) = await SendAsync("https", "CRC32C");

        Assert.StartsWith("10400\r\naaaa", text);
        Assert.EndsWith("a\r\n0\r\nx-amz-checksum-crc32c:sOO8/Q==\r\n\r\n", text);
        Assert.Equal(announced, text.Length);
    }

    [Fact]
    public async Task Without_a_checksum_the_last_chunk_is_the_end()
    {
        (string text, long? announced) = await SendAsync("http", algorithm: null);

        Assert.Matches("a\r\n0;chunk-signature=[0-9a-f]{64}\r\n\r\n$", text);
        Assert.Equal(announced, text.Length);
    }

    private static async Task<(string Text, long? Announced)> SendAsync(string scheme, string? algorithm)
    {
        using HttpRequestMessage message = new(HttpMethod.Put, $"{scheme}://s3.example/examplebucket/chunkObject.txt");
        AwsChunkedContent content = new(
            message,
            new MemoryStream(Encoding.ASCII.GetBytes(new string('a', 66560))),
            66560,
            algorithm is null ? null : ChecksumAlgorithm.Find(algorithm)
        );
        message.Content = content;
        content.SignWith(new SigV4Signer(), Credentials, Scope, new ClockSkew(new FakeTimeProvider(Time)), message);
        long? announced = content.Headers.ContentLength;
        return (await content.ReadAsStringAsync(TestContext.Current.CancellationToken), announced);
    }
}
