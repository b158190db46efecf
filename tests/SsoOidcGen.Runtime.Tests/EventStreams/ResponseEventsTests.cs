using System.Net;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Runtime.Tests.Client;

namespace SsoOidcGen.Runtime.Tests.EventStreams;

public sealed class ResponseEventsTests
{
    private static readonly byte[] Tick = Message("event", "tick", "payload");

    [Fact]
    public async Task Events_come_in_order_and_the_connection_is_given_back_at_the_end()
    {
        MemoryStream body = new([.. Message("event", "a", "1"), .. Message("event", "b", "2")]);

        List<string> events = await EventsOf(body).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["a 1", "b 2"], events);
        Assert.False(body.CanRead);
    }

    [Fact]
    public async Task An_initial_response_before_the_events_is_none_of_them()
    {
        byte[] initial = Message("event", "initial-response", "{}");
        MemoryStream body = new([.. initial, .. Message("event", "a", "1"), .. initial]);

        List<string> events = await EventsOf(body).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["a 1", "initial-response {}"], events);
    }

    [Fact]
    public async Task A_stalled_stream_without_end_can_be_cancelled()
    {
        EndlessStream body = new(Tick, stallsAfter: 3);
        using CancellationTokenSource source = new();
        IAsyncEnumerator<string> events = EventsOf(body).GetAsyncEnumerator(source.Token);
        for (int i = 0; i < 3; i++)
        {
            Assert.True(await events.MoveNextAsync());
        }

        ValueTask<bool> next = events.MoveNextAsync();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task An_enumeration_that_is_left_gives_the_connection_back()
    {
        EndlessStream body = new(Tick);

        await foreach (string _ in EventsOf(body))
        {
            break;
        }

        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task An_error_in_the_stream_is_thrown_after_the_events_before_it()
    {
        MemoryStream body = new([.. Tick, .. Message("exception", "slow", """{"message":"Too many."}""")]);
        List<string> events = [];

        ServiceException error = await Assert.ThrowsAsync<ServiceException>(() => CollectAsync(EventsOf(body), events));

        Assert.Equal(["tick payload"], events);
        Assert.Equal(("slow", "Too many.", "Listen"), (error.ErrorCode, error.Message, error.Operation));
    }

    [Fact]
    public async Task An_error_that_no_model_knows_tells_code_and_message()
    {
        byte[] message = EventMessageWriter.Write(
            new EventMessage
            {
                Headers = new Dictionary<string, object>
                {
                    [":message-type"] = "error",
                    [":error-code"] = "Overheated",
                    [":error-message"] = "It burns.",
                },
            }
        );

        ServiceException error = await Assert.ThrowsAsync<ServiceException>(() =>
            CollectAsync(EventsOf(new MemoryStream(message)), [])
        );

        Assert.Equal(("Overheated", "It burns."), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task A_message_that_is_neither_event_nor_error_is_refused()
    {
        EventStreamException error = await Assert.ThrowsAsync<EventStreamException>(() =>
            CollectAsync(EventsOf(new MemoryStream(Message("rumour", "a", ""))), [])
        );

        Assert.Equal(EventStreamError.Content, error.Error);
    }

    [Fact]
    public async Task A_payload_that_is_not_JSON_is_refused_at_its_byte_and_not_quoted()
    {
        MemoryStream body = new(Message("event", "a", "{\n\"token\":hunter2}"));

        EventStreamException error = await Assert.ThrowsAsync<EventStreamException>(() =>
            CollectAsync(EventsOf(body, static message => message.JsonReader().TrySkip() ? "read" : "cut off"), [])
        );

        Assert.Equal(EventStreamError.Content, error.Error);
        Assert.Equal(10, Assert.IsType<MalformedContentException>(error.InnerException).Position);
        Assert.DoesNotContain("hunter", error.ToString());
        Assert.DoesNotContain("'h'", error.ToString());
    }

    [Fact]
    public async Task Events_that_have_arrived_cannot_be_had_again()
    {
        IAsyncEnumerable<string> events = EventsOf(new MemoryStream(Tick));
        await CollectAsync(events, []);

        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            CollectAsync(events, [])
        );
        Assert.Equal("The events of Listen arrive once; keep those that you need again.", error.Message);
    }

    [Theory]
    [InlineData("event", "", "An event in the event stream of Listen has no type.")]
    [InlineData("rumour", "a", "A message in the event stream of Listen is neither event nor error but 'rumour'.")]
    public async Task A_message_that_cannot_be_understood_says_why(string kind, string type, string expected)
    {
        EventStreamException error = await Assert.ThrowsAsync<EventStreamException>(() =>
            CollectAsync(EventsOf(new MemoryStream(Message(kind, type, "x"))), [])
        );

        Assert.Equal((expected, EventStreamError.Content), (error.Message, error.Error));
    }

    [Fact]
    public async Task A_payload_of_another_shape_says_what_was_expected()
    {
        MemoryStream body = new(Message("event", "a", "[]"));

        EventStreamException error = await Assert.ThrowsAsync<EventStreamException>(() =>
            CollectAsync(
                EventsOf(
                    body,
                    static message =>
                    {
                        System.Text.Json.Utf8JsonReader reader = message.JsonReader();
                        reader.ExpectObject();
                        return "";
                    }
                ),
                []
            )
        );

        Assert.Equal(
            "The payload of a message in the event stream of Listen cannot be read: Expected StartObject but found StartArray at byte 0.",
            error.Message
        );
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_told_with_its_operation()
    {
        ServiceUnreachableException error = await Assert.ThrowsAsync<ServiceUnreachableException>(() =>
            CollectAsync(EventsOf(new BrokenStream()), [])
        );

        Assert.Equal(
            ("The event stream of Listen broke off: Reset by peer.", "Listen", true),
            (error.Message, error.Operation, error.IsRetryable)
        );
        Assert.IsType<IOException>(error.InnerException);
    }

    [Fact]
    public async Task An_error_of_the_model_is_known_as_one()
    {
        MemoryStream body = new(Message("exception", "Broken", """{"message":"no","detail":"d"}"""));

        BrokenException error = await Assert.ThrowsAsync<BrokenException>(() =>
            CollectAsync(EventsOf(body, create: static (in ErrorResponse error) => new BrokenException(in error)), [])
        );

        Assert.Equal(("Broken", "no", "d", true), (error.ErrorCode, error.Message, error.Detail, error.IsModeled));
    }

    [Fact]
    public async Task An_error_without_a_code_and_message_is_still_one()
    {
        byte[] message = EventMessageWriter.Write(
            new EventMessage { Headers = new Dictionary<string, object> { [":message-type"] = "error" } }
        );

        ServiceException error = await Assert.ThrowsAsync<ServiceException>(() =>
            CollectAsync(EventsOf(new MemoryStream(message)), [])
        );

        Assert.Equal(
            ("UnknownError", "The service ended the event stream with UnknownError and without a message.", false),
            (error.ErrorCode, error.Message, error.IsModeled)
        );
    }

    [Fact]
    public void Closing_the_events_closes_the_body()
    {
        MemoryStream body = new(Tick);

        EventsOf(body).Dispose();

        Assert.False(body.CanRead);
    }

    private static byte[] Message(string kind, string type, string payload) =>
        EventMessageWriter.Write(
            new EventMessage
            {
                Headers = new Dictionary<string, object> { [":message-type"] = kind, [$":{kind}-type"] = type },
                Payload = Encoding.UTF8.GetBytes(payload),
            }
        );

    private static async Task CollectAsync(IAsyncEnumerable<string> events, List<string> collected)
    {
        await foreach (string item in events)
        {
            collected.Add(item);
        }
    }

    private static ResponseEvents<string> EventsOf(
        Stream body,
        EventReader<string>? read = null,
        ExceptionFactory? create = null
    ) =>
        new(
            "Listen",
            ErrorFormat.Json,
            new HttpResponseMessage(HttpStatusCode.OK),
            body,
            first: null,
            read ?? (static message => $"{message.EventType} {Encoding.UTF8.GetString(message.Payload.Span)}"),
            create ?? (static (in ErrorResponse _) => null),
            static (in ErrorResponse error) => new ServiceException(in error),
            static _ => new SensitiveValues()
        );

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("Reset by peer.");
    }
}
