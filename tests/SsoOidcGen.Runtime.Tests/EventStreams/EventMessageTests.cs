using System.Text;
using System.Text.Json;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.EventStreams;

public sealed class EventMessageTests
{
    [Theory]
    [InlineData("0161" + "00" + "0161" + "01", "A message of the event stream has the header 'a' twice.")]
    [InlineData("0161" + "0A", "The header 'a' of a message of the event stream has the unknown type 10.")]
    [InlineData("00" + "00", "A message of the event stream has a header without a name.")]
    [InlineData("0561", "A message of the event stream has a header that ends before its value does.")]
    [InlineData("0161", "A message of the event stream has a header that ends before its value does.")]
    [InlineData(
        "0161" + "07" + "0002" + "61",
        "A message of the event stream has a header that ends before its value does."
    )]
    [InlineData(
        "0161" + "08" + "7FFFFFFFFFFFFFFF",
        "A message of the event stream has a date beyond the year 9999 or before the year 1 in 'a'."
    )]
    public async Task A_header_that_cannot_be_read_says_why(string headers, string expected)
    {
        byte[] frame = EventMessageWriter.Frame(Convert.FromHexString(headers), payload: []);

        Assert.Equal(expected, (await Assert.ThrowsAsync<EventStreamException>(() => ReadAsync(frame))).Message);
    }

    [Fact]
    public async Task A_message_that_is_cut_or_changed_says_where()
    {
        byte[] frame = EventMessageWriter.Frame([], payload: "payload"u8);

        Assert.Equal(
            "The event stream ended inside a message: 2 of 12 bytes are missing.",
            (await Assert.ThrowsAsync<EventStreamException>(() => ReadAsync(frame[..10]))).Message
        );
        Assert.Equal(
            "The event stream ended inside a message: 3 of 11 bytes are missing.",
            (await Assert.ThrowsAsync<EventStreamException>(() => ReadAsync(frame[..20]))).Message
        );
    }

    [Fact]
    public async Task Headers_of_each_type_have_the_published_bytes()
    {
        byte[] frame = EventMessageWriter.Frame(
            Convert.FromHexString(
                "0141"
                    + "00"
                    + "0142"
                    + "01"
                    + "0143"
                    + "02FE"
                    + "0144"
                    + "03FFFE"
                    + "0145"
                    + "04FFFFFFFE"
                    + "0146"
                    + "05FFFFFFFFFFFFFFFE"
                    + "0147"
                    + "0600020102"
                    + "0148"
                    + "070002C3BC"
                    + "0149"
                    + "0800000000000003E8"
                    + "014A"
                    + "0900112233445566778899AABBCCDDEEFF"
            ),
            payload: []
        );

        EventMessage message = await ReadAsync(frame);

        Assert.Equal("ABCDEFGHIJ", string.Concat(message.Headers.Keys));
        Assert.Equal(true, message.Headers["A"]);
        Assert.Equal(false, message.Headers["B"]);
        Assert.Equal((sbyte)-2, message.Headers["C"]);
        Assert.Equal((short)-2, message.Headers["D"]);
        Assert.Equal(-2, message.Headers["E"]);
        Assert.Equal(-2L, message.Headers["F"]);
        Assert.Equal([1, 2], ((ReadOnlyMemory<byte>)message.Headers["G"]).ToArray());
        Assert.Equal("ü", message.Headers["H"]);
        Assert.Equal(DateTimeOffset.UnixEpoch.AddSeconds(1), message.Headers["I"]);
        Assert.Equal(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff"), message.Headers["J"]);
        Assert.Equal(Convert.ToHexString(frame), Convert.ToHexString(EventMessageWriter.Write(message)));
    }

    [Fact]
    public void Narrow_numbers_are_read_as_wide_ones_and_others_not_at_all()
    {
        EventMessage message = new()
        {
            Headers = new Dictionary<string, object>
            {
                ["byte"] = (sbyte)-1,
                ["short"] = (short)-2,
                ["int"] = -3,
                ["long"] = -4L,
                ["text"] = "5",
            },
        };

        Assert.Equal([-1, -2, -3], [Int("byte"), Int("short"), Int("int")]);
        Assert.Equal([null, null, null], [Int("long"), Int("text"), Int("none")]);
        Assert.Equal(-4L, message.Header<long?>("long"));
        Assert.Equal("", message.EventType);

        int? Int(string name) => message.Header<int?>(name);
    }

    [Fact]
    public void A_payload_is_read_in_the_format_of_its_protocol()
    {
        Utf8JsonReader json = new EventMessage { Payload = "[1]"u8.ToArray() }.JsonReader();
        Assert.Equal(JsonTokenType.StartArray, json.TokenType);
        Assert.Equal(JsonTokenType.StartObject, new EventMessage().JsonReader().TokenType);
        CborReader cbor = new EventMessage { Payload = new byte[] { 7 } }.CborReader();
        Assert.Equal(7, cbor.ReadInt64());
        CborReader empty = new EventMessage().CborReader();
        empty.ExpectObject();
        Assert.False(empty.NextMember(out _));
        Utf8XmlReader xml = new EventMessage { Payload = "<a>x</a>"u8.ToArray() }.XmlReader();
        Assert.Equal("x", Encoding.UTF8.GetString(xml.ReadText()));
        Utf8XmlReader none = new EventMessage().XmlReader();
        Assert.False(none.NextMember(out _));
    }

    private static async Task<EventMessage> ReadAsync(byte[] frame) =>
        (await EventMessage.ReadFirstAsync(new MemoryStream(frame), TestContext.Current.CancellationToken))!;
}
