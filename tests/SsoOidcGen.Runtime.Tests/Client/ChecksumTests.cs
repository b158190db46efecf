using System.Text;
using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class ChecksumTests
{
    private const string Text = "hello world";

    [Fact]
    public async Task Over_https_the_checksum_of_a_stream_follows_it()
    {
        SentRequest sent = await CopyAsync(new MemoryStream(Encoding.UTF8.GetBytes(Text)));

        Assert.Equal("b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n", sent.Body);
        Assert.Equal("aws-chunked", sent.Headers["Content-Encoding"]);
        Assert.Equal("11", sent.Headers["X-Amz-Decoded-Content-Length"]);
        Assert.Equal("x-amz-checksum-crc32", sent.Headers["X-Amz-Trailer"]);
        Assert.Equal("CRC32", sent.Headers["x-amz-sdk-checksum-algorithm"]);
        Assert.Equal("STREAMING-UNSIGNED-PAYLOAD-TRAILER", sent.Headers["X-Amz-Content-Sha256"]);
        Assert.Equal("ENABLED", sent.Headers["x-amz-checksum-mode"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((128 * 1024) - 1)]
    [InlineData(128 * 1024)]
    [InlineData((128 * 1024) + 1)]
    [InlineData(1_000_003)]
    public async Task The_length_of_the_chunks_is_announced(int length)
    {
        string text = new('x', length);
        using HttpRequestMessage message = new(HttpMethod.Put, "https://probe.example/");
        using AwsChunkedContent content = new(
            message,
            new MemoryStream(Encoding.ASCII.GetBytes(text)),
            length,
            ChecksumAlgorithm.Find("SHA256")
        );

        long? announced = content.Headers.ContentLength;
        byte[] body = await content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(announced, body.Length);
        Assert.Equal(text, Decode(body));
    }

    [Fact]
    public async Task A_stream_that_ends_early_is_no_body()
    {
        using HttpRequestMessage message = new(HttpMethod.Put, "https://probe.example/");
        using AwsChunkedContent content = new(
            message,
            new MemoryStream(new byte[10]),
            11,
            ChecksumAlgorithm.Find("CRC32")
        );

        await Assert.ThrowsAnyAsync<Exception>(() =>
            content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Over_http_a_stream_that_can_seek_has_its_checksum_in_a_header()
    {
        SentRequest sent = await CopyAsync(new MemoryStream(Encoding.UTF8.GetBytes(Text)), "http://127.0.0.1:9000");

        Assert.Equal(Text, sent.Body);
        Assert.Equal("DUoRhQ==", sent.Headers["x-amz-checksum-crc32"]);
        Assert.False(sent.Headers.ContainsKey("X-Amz-Trailer"));
    }

    [Fact]
    public async Task A_stream_of_unknown_length_is_refused_before_anything_is_sent()
    {
        ScriptedHandler handler = new(ScriptedHandler.Answer(200));

        await Assert.ThrowsAsync<RequestValidationException>(() =>
            Client(handler, "https://probe.example")
                .InvokeAsync(
                    ProbeClient.ChecksummedCopy,
                    new ForwardStream(Text),
                    TestContext.Current.CancellationToken
                )
        );

        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task Where_only_required_checksums_are_wanted_others_are_left_out()
    {
        ScriptedHandler handler = new(ScriptedHandler.Answer(200, """{"text":""}"""));
        ProbeClient client = Client(handler, "https://probe.example", ChecksumUse.WhenRequired);

        await client.InvokeAsync(
            ProbeClient.ChecksummedCopy,
            new MemoryStream(Encoding.UTF8.GetBytes(Text)),
            TestContext.Current.CancellationToken
        );
        await client.InvokeAsync(ProbeClient.ChecksummedEcho, "x", TestContext.Current.CancellationToken);

        Assert.Equal(Text, handler.Sent[0].Body);
        Assert.DoesNotContain(handler.Sent[0].Headers.Keys, ChecksumAlgorithm.IsHeader);
        Assert.False(handler.Sent[0].Headers.ContainsKey("x-amz-checksum-mode"));
        Assert.Contains("x-amz-checksum-crc32", handler.Sent[1].Headers.Keys);
    }

    [Theory]
    [InlineData("x-amz-checksum-crc32", "DUoRhQ==")]
    [InlineData("x-amz-checksum-crc32c", "yZRlqg==")]
    [InlineData("x-amz-checksum-crc64nvme", "jSnVw/bqjr4=")]
    [InlineData("x-amz-checksum-sha1", "Kq5sNclPz7QV2+lfQIuc6R7oRu0=")]
    [InlineData("x-amz-checksum-sha256", "uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=")]
    // The sum of the sums of three parts, which only their boundaries would explain.
    [InlineData("x-amz-checksum-crc32", "AAAAAA==-3")]
    // No algorithm that is known.
    [InlineData("x-amz-checksum-xxhash3", "AAAAAAAAAAA=")]
    public async Task A_response_with_the_right_checksum_is_read(string header, string checksum)
    {
        using Stream body = await ReceiveAsync(header, checksum);
        using StreamReader reader = new(body);

        Assert.Equal(Text, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_damaged_response_is_noticed_at_its_end(bool isCopied)
    {
        using Stream body = await ReceiveAsync("x-amz-checksum-crc32", "AAAAAA==");

        ChecksumMismatchException error = await Assert.ThrowsAsync<ChecksumMismatchException>(async () =>
        {
            if (isCopied)
            {
                await body.CopyToAsync(new MemoryStream(), TestContext.Current.CancellationToken);
            }
            else
            {
                byte[] buffer = new byte[4];
                while (await body.ReadAsync(buffer, TestContext.Current.CancellationToken) > 0) { }
            }
        });

        Assert.StartsWith("Expected checksum AAAAAA== did not match calculated checksum: DUoRhQ==", error.Message);
    }

    [Fact]
    public async Task A_damaged_response_that_is_not_streamed_is_an_error_and_not_requested_again()
    {
        ScriptedHandler handler = new(
            ScriptedHandler.Answer(
                200,
                """{"text":"y"}""",
                adjust: response => response.Headers.Add("x-amz-checksum-crc32", "AAAAAA==")
            )
        );

        UnreadableResponseException error = await Assert.ThrowsAsync<UnreadableResponseException>(() =>
            Client(handler, "https://probe.example")
                .InvokeAsync(ProbeClient.ChecksummedEcho, "x", TestContext.Current.CancellationToken)
        );

        Assert.IsType<ChecksumMismatchException>(error.InnerException);
        Assert.Single(handler.Sent);
    }

    [Theory]
    [InlineData(1024 * 1024, true)]
    [InlineData((1024 * 1024) - 1, false)]
    public async Task A_large_stream_waits_until_the_service_wants_it(int length, bool waits)
    {
        SentRequest sent = await CopyAsync(new MemoryStream(new byte[length]));

        Assert.Equal(waits, sent.Headers.ContainsKey("Expect"));
        Assert.DoesNotContain("expect", sent.Headers["Authorization"]);
    }

    private static async Task<SentRequest> CopyAsync(Stream body, string endpoint = "https://probe.example")
    {
        ScriptedHandler handler = new(ScriptedHandler.Answer(200));
        await Client(handler, endpoint)
            .InvokeAsync(ProbeClient.ChecksummedCopy, body, TestContext.Current.CancellationToken);
        return handler.Sent[0];
    }

    private static Task<Stream> ReceiveAsync(string header, string checksum) =>
        Client(
                new ScriptedHandler(
                    ScriptedHandler.Answer(200, Text, adjust: response => response.Headers.Add(header, checksum))
                ),
                "https://probe.example"
            )
            .InvokeAsync(ProbeClient.ChecksummedCopy, Stream.Null, TestContext.Current.CancellationToken);

    private static ProbeClient Client(ScriptedHandler handler, string endpoint, ChecksumUse? use = null) =>
        new(
            new HttpClient(handler),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                Endpoint = new Uri(endpoint),
                Credentials = new AwsCredentials("AKID", "secret"),
                Environment = new AwsEnvironment(Path.GetTempPath()),
                RequestChecksumCalculation = use,
                ResponseChecksumValidation = use,
                TimeProvider = new FakeTimeProvider(),
            }
        );

    private static string Decode(byte[] chunks)
    {
        string text = Encoding.ASCII.GetString(chunks);
        StringBuilder decoded = new();
        while (true)
        {
            int end = text.IndexOf("\r\n", StringComparison.Ordinal);
            int size = Convert.ToInt32(text[..end], 16);
            if (size == 0)
            {
                return decoded.ToString();
            }

            decoded.Append(text, end + 2, size);
            text = text[(end + 2 + size + 2)..];
        }
    }

    /// <summary>Can be read once.</summary>
    private sealed class ForwardStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }
}
