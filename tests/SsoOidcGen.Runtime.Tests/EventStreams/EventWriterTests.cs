using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.EventStreams;

public sealed class EventWriterTests
{
    [Fact]
    public async Task An_event_has_its_headers_in_order_and_its_payload()
    {
        EventWriter writer = new();
        writer.Event("said", "text/plain");
        writer.Header("n", 7);
        writer.Header("none", null);
        writer.Payload("ü");

        Assert.Equal(
            [":message-type = event", ":event-type = said", ":content-type = text/plain", "n = 7", "ü"],
            await LinesAsync(writer)
        );
    }

    [Fact]
    public async Task An_exception_is_named_as_one()
    {
        EventWriter writer = new();
        writer.Exception("Broken", "application/json");
        writer.Json().WriteStringValue("x");

        Assert.Equal(
            [":message-type = exception", ":exception-type = Broken", ":content-type = application/json", "\"x\""],
            await LinesAsync(writer)
        );
    }

    [Fact]
    public async Task What_comes_before_the_events_is_the_initial_request() =>
        Assert.Equal(
            [":message-type = event", ":event-type = initial-request", ":content-type = application/cbor", ""],
            await LinesAsync(EventWriter.InitialRequest("application/cbor"))
        );

    [Fact]
    public async Task A_writer_is_empty_again_after_each_message()
    {
        EventWriter writer = new();
        writer.Event("a", contentType: null);
        writer.Json().WriteNumberValue(1);
        await LinesAsync(writer);

        Assert.Equal([""], await LinesAsync(writer));
        writer.Json().WriteNumberValue(2);
        Assert.Equal(["2"], await LinesAsync(writer));
    }

    [Fact]
    public async Task Payloads_of_each_kind_are_written_as_they_are()
    {
        EventWriter writer = new();
        writer.Payload((string?)null);
        writer.Payload((ReadOnlyMemory<byte>?)null);
        writer.Payload((ReadOnlyMemory<byte>?)"a"u8.ToArray());
        writer.Cbor().WriteInteger(0x42 - 0x28);
        Assert.Equal(["a\u0018\u001A"], await LinesAsync(writer));

        Utf8XmlWriter xml = writer.Xml();
        xml.WriteElement("E"u8, "<");
        Assert.Equal(["<E>&lt;</E>"], await LinesAsync(writer));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void A_name_takes_1_to_255_bytes(int length, bool isAccepted) =>
        Accepts(
            isAccepted,
            $"The name of an event's header takes 1 to 255 bytes; this one takes {length}. (Parameter 'name')",
            writer => writer.Header(new string('n', length), value: true)
        );

    [Theory]
    [InlineData(65_535, true)]
    [InlineData(65_536, false)]
    public void A_value_takes_at_most_65535_bytes(int length, bool isAccepted) =>
        Accepts(
            isAccepted,
            $"The header 'h' of an event holds at most 65535 bytes; {length} were given. (Parameter 'bytes')",
            writer => writer.Header("h", (ReadOnlyMemory<byte>)new byte[length])
        );

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_headers_of_an_event_take_at_most_128_KiB(int beyond, bool isAccepted) =>
        Accepts(
            isAccepted,
            $"The headers of an event may take at most 131072 bytes; {131_072 + beyond} were given. (Parameter 'headers')",
            writer =>
            {
                // Each takes a byte for the length of its name, its name, a type and two bytes for its length.
                writer.Header("a", new string('x', 65_531));
                writer.Header("b", new string('x', 65_531 + beyond));
            }
        );

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void The_payload_of_an_event_takes_at_most_24_MiB(int beyond, bool isAccepted) =>
        Accepts(
            isAccepted,
            $"The payload of an event may take at most 25165824 bytes; {25_165_824 + beyond} were given. (Parameter 'payload')",
            writer => writer.Payload((ReadOnlyMemory<byte>?)new byte[25_165_824 + beyond])
        );

    private static void Accepts(bool isAccepted, string expected, Action<EventWriter> write)
    {
        EventWriter writer = new();
        Exception? error = Record.Exception(() =>
        {
            write(writer);
            writer.TakeFrame();
        });
        Assert.Equal(isAccepted ? null : expected, error?.Message);
    }

    private static async Task<List<string>> LinesAsync(EventWriter writer)
    {
        EventMessageReader reader = new(new MemoryStream(writer.TakeFrame()));
        EventMessage message = Assert.IsType<EventMessage>(
            await reader.ReadAsync(TestContext.Current.CancellationToken)
        );
        return
        [
            .. message.Headers.Select(static header => $"{header.Key} = {header.Value}"),
            Encoding.UTF8.GetString(message.Payload.Span),
        ];
    }
}
