using System.Text;
using static SsoOidcGen.Runtime.Tests.Signing.ChunkedExample;

namespace SsoOidcGen.Runtime.Tests.Signing;

/// <summary>The published example of a body of 66,560 letters that is signed in chunks (Amazon S3 API Reference).</summary>
public sealed class ChunkSignerTests
{
    [Fact]
    public void Chunks_are_signed_as_published()
    {
        (string start, ChunkSigner chunks) = Start(PayloadHash.SignedChunks, "Content-Length", "66824");

        Assert.Equal("4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9", start);
        Assert.Equal(
            [
                "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
                "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
                "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
            ],
            [chunks.Sign(Letters(65536)), chunks.Sign(Letters(1024)), chunks.Sign([])]
        );
    }

    [Fact]
    public void Chunks_and_what_follows_them_are_signed_as_published()
    {
        (string start, ChunkSigner chunks) = Start(
            PayloadHash.SignedChunksWithTrailer,
            "X-Amz-Trailer",
            "x-amz-checksum-crc32c"
        );

        Assert.Equal("106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e", start);
        Assert.Equal(
            [
                "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
                "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
                "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
                "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435",
            ],
            [
                chunks.Sign(Letters(65536)),
                chunks.Sign(Letters(1024)),
                chunks.Sign([]),
                chunks.SignTrailer("x-amz-checksum-crc32c:sOO8/Q==\n"),
            ]
        );
    }

    private static byte[] Letters(int count) => Encoding.ASCII.GetBytes(new string('a', count));

    private static (string Start, ChunkSigner Chunks) Start(string payloadHash, string header, string value)
    {
        using HttpRequestMessage message = new(HttpMethod.Put, "https://s3.amazonaws.com/examplebucket/chunkObject.txt")
        {
            Content = new ByteArrayContent([]),
        };
        message.Content.Headers.TryAddWithoutValidation("Content-Encoding", "aws-chunked");
        message.Headers.TryAddWithoutValidation("X-Amz-Decoded-Content-Length", "66560");
        message.Headers.TryAddWithoutValidation("X-Amz-Storage-Class", "REDUCED_REDUNDANCY");
        if (!message.Headers.TryAddWithoutValidation(header, value))
        {
            message.Content.Headers.TryAddWithoutValidation(header, value);
        }

        SigV4Signer signer = new();
        string start = signer.SignStart(message, payloadHash, Credentials, Scope, Time);
        return (start, new ChunkSigner(signer, Credentials, Scope, Time, start));
    }
}
