using System.Buffers.Binary;
using System.Text;
using CsCheck;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.EventStreams;

public sealed class EventFramingTests
{
    [Fact]
    public void The_smallest_message_has_the_published_bytes() =>
        Assert.Equal("000000100000000005C248EB7D98C8FF", Convert.ToHexString(EventMessageWriter.Write(new())));

    [Fact]
    public async Task A_message_with_a_number_among_its_headers_has_the_published_layout()
    {
        byte[] frame = EventMessageWriter.Write(
            new EventMessage
            {
                Headers = new Dictionary<string, object> { ["event-type"] = 0x0000A00C },
                Payload = "{'foo':'bar'}"u8.ToArray(),
            }
        );

        Assert.Equal("0000002D00000010", Convert.ToHexString(frame.AsSpan(0, 8)));
        Assert.Equal("0A6576656E742D74797065040000A00C", Convert.ToHexString(frame.AsSpan(12, 16)));
        EventMessage read = await ReadOne(frame);
        Assert.Equal(0x0000A00C, read.Headers["event-type"]);
        Assert.Equal("{'foo':'bar'}", Encoding.UTF8.GetString(read.Payload.Span));
    }

    [Fact]
    public void What_is_written_is_read_again() =>
        Gen.Select(Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 20], HeaderValue), Gen.Byte.Array[0, 300])
            .Sample(
                (headers, payload) =>
                {
                    byte[] frame = EventMessageWriter.Write(new EventMessage { Headers = headers, Payload = payload });
                    EventMessage read = ReadOne(frame).GetAwaiter().GetResult();
                    Assert.Equal(payload, read.Payload.ToArray());
                    Assert.Equal(headers.Keys.Order(), read.Headers.Keys.Order());
                    Assert.All(headers, header => Assert.Equal(Plain(header.Value), Plain(read.Headers[header.Key])));
                },
                iter: 300
            );

    [Fact]
    public void A_message_with_any_one_bit_turned_is_refused()
    {
        byte[] frame = EventMessageWriter.Write(Sample);
        Gen.Int[0, (frame.Length * 8) - 1]
            .Sample(
                bit =>
                {
                    byte[] corrupt = [.. frame];
                    corrupt[bit / 8] ^= (byte)(1 << (bit % 8));
                    Assert.Throws<EventStreamException>(() => ReadOne(corrupt).GetAwaiter().GetResult());
                },
                iter: 300
            );
    }

    [Fact]
    public async Task A_stream_that_ends_inside_a_message_says_so()
    {
        byte[] frame = EventMessageWriter.Write(Sample);
        for (int length = 1; length < frame.Length; length++)
        {
            Assert.Equal(EventStreamError.Truncated, await FaultOf(frame[..length]));
        }
    }

    [Fact]
    public async Task A_stream_that_ends_between_messages_has_ended() =>
        Assert.Null(await new EventMessageReader(Stream.Null).ReadAsync(TestContext.Current.CancellationToken));

    [Theory]
    [InlineData(0, EventStreamError.PreludeChecksum)]
    [InlineData(4, EventStreamError.PreludeChecksum)]
    [InlineData(8, EventStreamError.PreludeChecksum)]
    [InlineData(12, EventStreamError.MessageChecksum)]
    [InlineData(-5, EventStreamError.MessageChecksum)]
    [InlineData(-1, EventStreamError.MessageChecksum)]
    public async Task A_wrong_checksum_is_named(int position, EventStreamError expected)
    {
        byte[] frame = EventMessageWriter.Write(Sample);
        frame[position < 0 ? frame.Length + position : position] ^= 0xFF;
        Assert.Equal(expected, await FaultOf(frame));
    }

    [Theory]
    [InlineData(15, 0, EventStreamError.MessageLength)]
    [InlineData(0, 0, EventStreamError.MessageLength)]
    [InlineData((24 * 1024 * 1024) + 17, 0, EventStreamError.MessageLength)]
    [InlineData(uint.MaxValue, 0, EventStreamError.MessageLength)]
    [InlineData(20, 5, EventStreamError.HeadersLength)]
    [InlineData(200_000, (128 * 1024) + 1, EventStreamError.HeadersLength)]
    [InlineData(100, uint.MaxValue, EventStreamError.HeadersLength)]
    public async Task A_length_beyond_the_limits_is_named_before_anything_is_read(
        uint total,
        uint headers,
        EventStreamError expected
    ) => Assert.Equal(expected, await FaultOf(Prelude(total, headers)));

    [Theory]
    [InlineData("0161" + "00" + "0161" + "01", EventStreamError.DuplicateHeader)]
    [InlineData("0161" + "0A", EventStreamError.HeaderType)]
    [InlineData("00" + "00", EventStreamError.MalformedHeader)]
    [InlineData("0561", EventStreamError.MalformedHeader)]
    [InlineData("0161", EventStreamError.MalformedHeader)]
    [InlineData("0161" + "04" + "0000", EventStreamError.MalformedHeader)]
    [InlineData("0161" + "07" + "0005" + "6161", EventStreamError.MalformedHeader)]
    [InlineData("0161" + "08" + "7FFFFFFFFFFFFFFF", EventStreamError.MalformedHeader)]
    public async Task A_header_that_cannot_be_read_is_named(string headers, EventStreamError expected) =>
        Assert.Equal(expected, await FaultOf(EventMessageWriter.Frame(Convert.FromHexString(headers), payload: [])));

    [Fact]
    public void A_header_that_the_format_cannot_hold_is_not_sent()
    {
        Assert.Throws<ArgumentException>(() => EventMessageWriter.Write(WithHeader("h", new string('x', 65_536))));
        Assert.Throws<ArgumentException>(() => EventMessageWriter.Write(WithHeader(new string('n', 256), true)));
        Assert.Throws<ArgumentException>(() => EventMessageWriter.Write(WithHeader("h", 1.5)));
        Assert.Throws<ArgumentException>(() => EventMessageWriter.Frame([], new byte[(24 * 1024 * 1024) + 1]));
    }

    private static Gen<object> HeaderValue { get; } =
        Gen.OneOf<object>(
            Gen.Bool.Select(static value => (object)value),
            Gen.SByte.Select(static value => (object)value),
            Gen.Short.Select(static value => (object)value),
            Gen.Int.Select(static value => (object)value),
            Gen.Long.Select(static value => (object)value),
            Gen.String[Gen.Char['a', 'ž'], 0, 20].Select(static value => (object)value),
            Gen.Byte.Array[0, 20].Select(static value => (object)new ReadOnlyMemory<byte>(value)),
            Gen.Long[-62_135_596_800_000, 253_402_300_799_999]
                .Select(static value => (object)DateTimeOffset.FromUnixTimeMilliseconds(value)),
            Gen.Guid.Select(static value => (object)value)
        );

    private static EventMessage Sample { get; } =
        new()
        {
            Headers = new Dictionary<string, object>
            {
                [":event-type"] = "chunk",
                ["flag"] = true,
                ["n"] = 7L,
            },
            Payload = "some bytes"u8.ToArray(),
        };

    private static object Plain(object value) =>
        value is ReadOnlyMemory<byte> bytes ? Convert.ToHexString(bytes.Span) : value;

    private static EventMessage WithHeader(string name, object value) =>
        new() { Headers = new Dictionary<string, object> { [name] = value } };

    private static byte[] Prelude(uint total, uint headers)
    {
        byte[] prelude = new byte[12];
        BinaryPrimitives.WriteUInt32BigEndian(prelude, total);
        BinaryPrimitives.WriteUInt32BigEndian(prelude.AsSpan(4), headers);
        Crc.Crc32.Write(Crc.Crc32.Append(Crc.Crc32.Start, prelude.AsSpan(0, 8)), prelude.AsSpan(8));
        return prelude;
    }

    private static async Task<EventMessage> ReadOne(byte[] bytes) =>
        Assert.IsType<EventMessage>(
            await new EventMessageReader(new MemoryStream(bytes)).ReadAsync(TestContext.Current.CancellationToken)
        );

    private static async Task<EventStreamError> FaultOf(byte[] bytes) =>
        (await Assert.ThrowsAsync<EventStreamException>(() => ReadOne(bytes))).Error;
}
