using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class StreamedBodyTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_stream_that_can_seek_is_sent_again_from_where_it_stood()
    {
        ScriptedHandler handler = new(Answer(503), Answer(200, "copied"));
        MemoryStream body = new("skipped body"u8.ToArray()) { Position = "skipped ".Length };

        using Stream output = await CallAsync(handler, ProbeClient.Copy, body);

        Assert.Equal(["body", "body"], handler.Sent.Select(static sent => sent.Body));
        Assert.Equal("copied", await new StreamReader(output).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_sent_once()
    {
        ScriptedHandler handler = new(Answer(503));

        await Assert.ThrowsAsync<ServiceException>(() =>
            CallAsync(handler, ProbeClient.Copy, new OneWayStream("body"))
        );

        Assert.Equal("body", Assert.Single(handler.Sent).Body);
    }

    [Fact]
    public async Task The_signature_covers_what_a_stream_holds()
    {
        ScriptedHandler fromStream = new(Answer(200));
        ScriptedHandler again = new(Answer(200));
        ScriptedHandler other = new(Answer(200));

        await CallAsync(fromStream, ProbeClient.SignedCopy, new MemoryStream("body"u8.ToArray()));
        await CallAsync(again, ProbeClient.SignedCopy, new MemoryStream("body"u8.ToArray()));
        await CallAsync(other, ProbeClient.SignedCopy, new MemoryStream("BODY"u8.ToArray()));

        Assert.Equal("body", fromStream.Sent[0].Body);
        Assert.Equal(fromStream.Sent[0].Headers["Authorization"], again.Sent[0].Headers["Authorization"]);
        Assert.NotEqual(fromStream.Sent[0].Headers["Authorization"], other.Sent[0].Headers["Authorization"]);
        Assert.False(fromStream.Sent[0].Headers.ContainsKey("X-Amz-Content-Sha256"));
    }

    [Fact]
    public async Task The_hash_of_a_stream_is_the_hash_of_its_bytes() =>
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData("body"u8)),
            await PayloadHash.OfAsync(
                new MemoryStream(Encoding.ASCII.GetBytes("body")),
                TestContext.Current.CancellationToken
            )
        );

    [Fact]
    public async Task A_signed_stream_that_can_be_read_only_once_is_refused_before_anything_is_sent()
    {
        ScriptedHandler handler = new(Answer(200));

        await Assert.ThrowsAsync<RequestValidationException>(() =>
            CallAsync(handler, ProbeClient.SignedCopy, new OneWayStream("body"))
        );

        Assert.Empty(handler.Sent);
    }

    [Fact]
    public async Task A_body_that_travels_encrypted_may_stay_out_of_the_signature()
    {
        ScriptedHandler handler = new(Answer(200));

        await CallAsync(handler, ProbeClient.UnsignedBodyCopy, new OneWayStream("body"));

        Assert.Equal("UNSIGNED-PAYLOAD", handler.Sent[0].Headers["X-Amz-Content-Sha256"]);
        Assert.Equal("body", handler.Sent[0].Body);
    }

    [Fact]
    public async Task A_body_that_travels_in_the_clear_is_always_signed()
    {
        ScriptedHandler handler = new(Answer(200));

        await CallAsync(
            handler,
            ProbeClient.UnsignedBodyCopy,
            new MemoryStream("body"u8.ToArray()),
            "http://127.0.0.1"
        );

        Assert.False(handler.Sent[0].Headers.ContainsKey("X-Amz-Content-Sha256"));
        Assert.StartsWith("AWS4-HMAC-SHA256 ", handler.Sent[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task The_checksum_of_a_stream_goes_ahead_of_it()
    {
        ScriptedHandler handler = new(Answer(200));
        MemoryStream body = new("skipped body"u8.ToArray()) { Position = "skipped ".Length };

        await CallAsync(handler, ProbeClient.CheckedCopy, body);

        // MD5 of "body", in base64 (RFC 1864).
        Assert.Equal("hBotaJrYa9FhFEdFPCLG/A==", handler.Sent[0].Headers["Content-MD5"]);
        Assert.Equal("body", handler.Sent[0].Body);
    }

    [Fact]
    public async Task A_checked_stream_that_can_be_read_only_once_is_refused_before_anything_is_sent()
    {
        ScriptedHandler handler = new(Answer(200));

        RequestValidationException refusal = await Assert.ThrowsAsync<RequestValidationException>(() =>
            CallAsync(handler, ProbeClient.CheckedCopy, new OneWayStream("body"))
        );

        Assert.Contains("must be able to seek", refusal.Message);
        Assert.Empty(handler.Sent);
    }

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1_048_576, "9bc1b2a288b26af7257a36277ae3816a7d4f16e89c1e7e77d0a5c48bad62b360")]
    [InlineData(1_048_577, "8dd49bbc6297567fac3852c2deddcdbc57358bc403c10d4f6dc64b143ad9b27b")]
    [InlineData(3_145_728, "70239f4f2ead7561f69d48b956b547edef52a1280a93c262c0b582190be7db17")]
    [InlineData(5_767_168, "6fe91a2459edf2f97c31f3533905d61bcb91b434c244c5146fb2d92330db76ea")]
    public async Task A_tree_hash_is_that_of_pairs_of_mebibytes(int length, string hash)
    {
        ScriptedHandler handler = new(Answer(200));
        byte[] body = Enumerable.Repeat((byte)'a', length).ToArray();

        await CallAsync(handler, ProbeClient.TreeHashedCopy, new MemoryStream(body));

        Assert.Equal(hash, handler.Sent[0].Headers["X-Amz-Sha256-Tree-Hash"]);
        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body)),
            handler.Sent[0].Headers["X-Amz-Content-Sha256"]
        );
        Assert.Equal(length, handler.Sent[0].Body!.Length);
    }

    private async Task<Stream> CallAsync(
        ScriptedHandler handler,
        Operation<Stream, Stream> operation,
        Stream body,
        string? endpoint = null
    )
    {
        ServiceClientOptions options = new()
        {
            Region = "eu-central-1",
            Endpoint = endpoint is null ? null : new Uri(endpoint),
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            Environment = new AwsEnvironment(Path.GetTempPath()),
            TimeProvider = _time,
        };
        Task<Stream> call = new ProbeClient(new HttpClient(handler), options).InvokeAsync(operation, body);
        while (!call.IsCompleted)
        {
            await Task.Yield();
            if (handler.Sent.Count > 0)
            {
                _time.Advance(TimeSpan.FromMilliseconds(100));
            }
        }

        return await call;
    }

    private sealed class OneWayStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override bool CanSeek => false;
    }
}
