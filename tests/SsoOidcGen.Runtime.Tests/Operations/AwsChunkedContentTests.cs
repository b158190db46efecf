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

    [Fact]
    public void Over_http_chunks_cannot_be_signed_for_several_regions()
    {
        using HttpRequestMessage message = new(HttpMethod.Put, "http://s3.example/");
        using AwsChunkedContent content = new(message, Stream.Null, 0, trailer: null);

        NotSupportedException error = Assert.Throws<NotSupportedException>(() =>
            content.SignWith(new SigV4aSigner(), Credentials, Scope, new ClockSkew(new FakeTimeProvider(Time)), message)
        );

        Assert.Equal("Over http, a stream that cannot seek can be signed with SigV4 only. Use https.", error.Message);
    }

    [Theory]
    [InlineData("https", "CRC32", "STREAMING-UNSIGNED-PAYLOAD-TRAILER")]
    [InlineData("https", null, "UNSIGNED-PAYLOAD")]
    [InlineData("http", "CRC32", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER")]
    [InlineData("http", null, "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")]
    public void A_mark_stands_for_the_hash_of_the_body(string scheme, string? algorithm, string mark)
    {
        using HttpRequestMessage message = new(HttpMethod.Put, $"{scheme}://s3.example/");
        using AwsChunkedContent content = new(
            message,
            Stream.Null,
            0,
            algorithm is null ? null : ChecksumAlgorithm.Find(algorithm)
        );

        content.SignWith(new SigV4Signer(), Credentials, Scope, new ClockSkew(new FakeTimeProvider(Time)), message);

        Assert.Equal(mark, Assert.Single(message.Headers.GetValues("X-Amz-Content-Sha256")));
    }

    [Fact]
    public async Task A_body_that_ends_early_says_so_and_one_that_was_redirected_is_not_sent()
    {
        using HttpRequestMessage message = new(HttpMethod.Put, "https://s3.example/");
        using AwsChunkedContent content = new(message, new MemoryStream(new byte[10]), 11, trailer: null);

        Assert.Equal(
            "The body has 10 bytes, and 11 were announced.",
            (await Assert.ThrowsAnyAsync<Exception>(() => CopyAsync(content))).InnerException!.Message
        );
        message.RequestUri = new Uri("https://other.example/x");
        Assert.Equal(
            "A redirect to https://other.example was refused.",
            (await Assert.ThrowsAnyAsync<Exception>(() => CopyAsync(content))).Message
        );

        static Task CopyAsync(HttpContent content) =>
            content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
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
