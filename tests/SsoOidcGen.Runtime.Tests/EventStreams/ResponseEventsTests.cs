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

        await Assert.ThrowsAsync<InvalidOperationException>(() => CollectAsync(events, []));
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

    private static ResponseEvents<string> EventsOf(Stream body, EventReader<string>? read = null) =>
        new(
            "Listen",
            ErrorFormat.Json,
            new HttpResponseMessage(HttpStatusCode.OK),
            body,
            first: null,
            read ?? (static message => $"{message.EventType} {Encoding.UTF8.GetString(message.Payload.Span)}"),
            static (in ErrorResponse _) => null,
            static (in ErrorResponse error) => new ServiceException(in error),
            static _ => new SensitiveValues()
        );
}
