using System.IO.Compression;
using System.Net;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>Bodies that are compressed, or say that they are.</summary>
public sealed class EncodingTests
{
    private static readonly byte[] Token = "{\"accessToken\":\"good\"}"u8.ToArray();

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task What_nobody_asked_to_be_compressed_is_unreadable(string encoding)
    {
        await using Trial trial = new(Encoded(encoding, Compress(encoding, Token)));

        await trial.FailsAsync<UnreadableResponseException>(attempts: 1);

        Assert.Null(trial.Server.Requests[0].Header("Accept-Encoding"));
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_handler_that_decompresses_is_welcome(string encoding)
    {
        await using Trial trial = new(Encoded(encoding, Compress(encoding, Token))) { Http = Decompressing() };

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("x-unknown")]
    [InlineData("gzip, gzip")]
    [InlineData("")]
    public async Task The_name_of_an_encoding_changes_nothing_about_a_plain_body(string encoding)
    {
        await using Trial trial = new(Encoded(encoding, Token));

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task What_grows_beyond_the_limit_while_it_is_decompressed_is_given_up(string encoding)
    {
        byte[] bomb = Compress(encoding, new byte[64 * 1024 * 1024]);
        await using Trial trial = new(Encoded(encoding, bomb)) { Http = Decompressing() };
        trial.Options.MaxResponseBytes = 1024 * 1024;

        await trial.FailsAsync<ResponseTooLargeException>(attempts: 1);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task What_cannot_be_decompressed_is_unreadable(string encoding)
    {
        byte[] damaged = Compress(encoding, Token);
        damaged.AsSpan(damaged.Length / 2).Fill(0xff);
        await using Trial trial = new(Encoded(encoding, damaged)) { Http = Decompressing() };

        await trial.FailsAsync<UnreadableResponseException>(attempts: 1);
        await trial.RecoversAsync();
    }

    [Theory]
    [InlineData("application/x-amz-json-1.1")]
    [InlineData("text/html")]
    [InlineData("text/plain; charset=utf-16")]
    [InlineData("garbage")]
    [InlineData("")]
    public async Task The_kind_of_content_changes_nothing(string type)
    {
        await using Trial trial = new(
            Script.Named(type).Head("HTTP/1.1 200 OK", $"Content-Type: {type}", "Content-Length: 22").Send(Token)
        );

        Assert.Equal("good", (await trial.CallAsync()).AccessToken);
    }

    private static Script Encoded(string encoding, byte[] body) =>
        Script
            .Named(encoding)
            .Head("HTTP/1.1 200 OK", $"Content-Encoding: {encoding}", $"Content-Length: {body.Length}")
            .Send(body);

    private static HttpClient Decompressing() =>
        new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });

    private static byte[] Compress(string encoding, byte[] body)
    {
        using MemoryStream compressed = new();
        using (
            Stream stream = encoding switch
            {
                "gzip" => new GZipStream(compressed, CompressionLevel.Fastest),
                "br" => new BrotliStream(compressed, CompressionLevel.Fastest),
                _ => new ZLibStream(compressed, CompressionLevel.Fastest),
            }
        )
        {
            stream.Write(body);
        }

        return compressed.ToArray();
    }
}
