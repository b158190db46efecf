using System.Buffers.Binary;
using System.Net;
using SsoOidc.Hostile.Vault;
using SsoOidc.Hostile.Wire;
using SsoOidcGen.Runtime;

namespace SsoOidc.Hostile;

/// <summary>Bodies that the caller reads.</summary>
public sealed class StreamTests
{
    public static TheoryData<Script> CutBodies =>
        [
            Script.Named("closed").Head("HTTP/1.1 200 OK", "Content-Length: 20").Send("part").Close(),
            Script.Named("reset").Head("HTTP/1.1 200 OK", "Content-Length: 20").Send("part").Reset(),
            Script
                .Named("closed in a chunk")
                .Head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked")
                .Send("8\r\npart")
                .Close(),
            Script
                .Named("no last chunk")
                .Head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked")
                .Send("4\r\npart\r\n")
                .Close(),
            Script.Named("no size").Head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked").Send("4\r\npart\r\nzz\r\n"),
        ];

    public static TheoryData<Script, EventStreamError> BrokenEvents =>
        new()
        {
            { Events("HTML", "<html><body>Service down</body></html>"u8.ToArray()), EventStreamError.PreludeChecksum },
            { Events("zeros", new byte[64]), EventStreamError.PreludeChecksum },
            { Events("half a prelude", new byte[5]), EventStreamError.Truncated },
            { Events("too long", Prelude(uint.MaxValue, 0)), EventStreamError.MessageLength },
            { Events("a byte too long", Prelude((24 * 1024 * 1024) + 17, 0)), EventStreamError.MessageLength },
            { Events("too short", Prelude(15, 0)), EventStreamError.MessageLength },
            { Events("headers longer than the message", Prelude(20, 100)), EventStreamError.HeadersLength },
            { Events("endless headers", Prelude(uint.MaxValue, uint.MaxValue)), EventStreamError.HeadersLength },
            { Events("cut in the message", [.. Prelude(200, 100), 1, 2, 3]), EventStreamError.Truncated },
            {
                Events("a wrong checksum", [.. Prelude(20, 4), 0, 0, 0, 0, 1, 2, 3, 4]),
                EventStreamError.MessageChecksum
            },
        };

    [Theory]
    [MemberData(nameof(CutBodies))]
    public async Task A_body_that_is_cut_does_not_pass_for_a_whole_one(Script script)
    {
        await using Trial trial = new(script);
        using DownloadResponse response = await trial.Vault.DownloadAsync(new DownloadRequest());

        Exception? failure = await Record.ExceptionAsync(() => response.Body.CopyToAsync(Stream.Null));

        Assert.True(failure is IOException or HttpRequestException, failure?.ToString());
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task Who_closes_an_endless_body_is_rid_of_it()
    {
        await using Trial trial = new(
            Script.Named("endless").Head("HTTP/1.1 200 OK", "Connection: close").SendForever(new string('x', 1024))
        );
        DownloadResponse response = await trial.Vault.DownloadAsync(new DownloadRequest());
        await response.Body.ReadExactlyAsync(new byte[100_000]);

        response.Dispose();

        await trial.RecoversAsync();
    }

    [Fact]
    public async Task A_body_may_take_longer_than_an_attempt()
    {
        TaskCompletionSource rest = new();
        await using Trial trial = new(
            Script.Named("slow").Head("HTTP/1.1 200 OK", "Content-Length: 8").Send("part").Await(rest.Task).Send("rest")
        );
        using DownloadResponse response = await trial.Vault.DownloadAsync(new DownloadRequest());
        await response.Body.ReadExactlyAsync(new byte[4]);

        trial.Time.Advance(10 * trial.Options.AttemptTimeout);
        rest.SetResult();

        await response.Body.ReadExactlyAsync(new byte[4]);
    }

    [Fact]
    public async Task An_error_is_no_body()
    {
        await using Trial trial = new(Script.Respond("403 Forbidden", """{"message":"no"}"""));

        ServiceException error = await Assert.ThrowsAnyAsync<ServiceException>(() =>
            trial.Vault.DownloadAsync(new DownloadRequest())
        );

        Assert.Equal((HttpStatusCode.Forbidden, "no"), (error.StatusCode, error.Message));
    }

    [Theory]
    [MemberData(nameof(BrokenEvents))]
    public async Task An_event_that_is_broken_ends_the_stream_with_what_is_wrong(Script script, EventStreamError fault)
    {
        await using Trial trial = new(script);
        using WatchResponse response = await trial.Vault.WatchAsync(new WatchRequest());

        EventStreamException error = await Assert.ThrowsAsync<EventStreamException>(() => ReadAsync(response));

        Assert.Equal(fault, error.Error);
        await trial.RecoversAsync();
    }

    [Fact]
    public async Task Events_that_break_off_are_told_from_events_that_are_broken()
    {
        await using Trial trial = new(
            Script.Named("reset").Head("HTTP/1.1 200 OK", "Content-Length: 99").Send(Prelude(99, 0)).Reset()
        );
        using WatchResponse response = await trial.Vault.WatchAsync(new WatchRequest());

        await Assert.ThrowsAsync<ServiceUnreachableException>(() => ReadAsync(response));
        await trial.RecoversAsync();
    }

    private static async Task ReadAsync(WatchResponse response)
    {
        await foreach (var _ in response.Events) { }
    }

    private static Script Events(string name, byte[] bytes) =>
        Script.Named(name).Head("HTTP/1.1 200 OK", $"Content-Length: {bytes.Length}").Send(bytes);

    /// <summary>The start of a message as it should be: both lengths and their checksum.</summary>
    private static byte[] Prelude(uint length, uint headersLength)
    {
        byte[] prelude = new byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(prelude, length);
        BinaryPrimitives.WriteUInt32BigEndian(prelude.AsSpan(4), headersLength);
        BinaryPrimitives.WriteUInt32BigEndian(prelude.AsSpan(8), Crc32(prelude.AsSpan(0, 8)));
        return prelude;
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
