using System.Net;
using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Runtime.Tests.Client;

namespace SsoOidcGen.Runtime.Tests.EventStreams;

public sealed class RequestEventsTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Events_are_taken_while_they_are_sent_and_framed_in_order()
    {
        Handler handler = new(failuresBeforeReading: 0, HttpStatusCode.OK);

        await CallAsync(handler);

        Assert.Equal(["said text/plain a", "said text/plain b"], await handler.EventsAsync());
        Assert.Equal(HttpVersion.Version20, handler.Version);
    }

    [Fact]
    public async Task A_request_whose_events_were_taken_is_not_tried_again()
    {
        Handler handler = new(failuresBeforeReading: 0, HttpStatusCode.ServiceUnavailable);

        ServiceException error = await Assert.ThrowsAsync<ServiceException>(() => CallAsync(handler));

        Assert.Equal((1, 1), (handler.Attempts, error.Attempts));
    }

    [Fact]
    public async Task A_request_that_failed_before_its_first_event_was_taken_is_tried_again()
    {
        Handler handler = new(failuresBeforeReading: 2, HttpStatusCode.OK);

        await CallAsync(handler);

        Assert.Equal(3, handler.Attempts);
        Assert.Equal(["said text/plain a", "said text/plain b"], await handler.EventsAsync());
    }

    [Fact]
    public async Task Headers_and_each_event_go_out_at_once()
    {
        Handler handler = new(failuresBeforeReading: 0, HttpStatusCode.OK);

        await CallAsync(handler);

        Assert.Equal(3, handler.Flushed.Count);
        Assert.Equal(0, handler.Flushed[0]);
        Assert.True(handler.Flushed[1] > 0);
        Assert.True(handler.Flushed[2] > handler.Flushed[1]);
    }

    [Fact]
    public async Task What_comes_before_the_events_is_sent_first_and_events_are_checked()
    {
        EventWriter initial = EventWriter.InitialRequest("application/json");
        initial.Payload("{}");
        RequestEvents events = RequestEvents.Create(
            "Say",
            SsoOidcGen.Runtime.EventStreams.Of("a", ""),
            Write,
            static (string text, ref ValidationErrors errors) => errors.MinLength("Text", text, 1),
            initial.TakeFrame()
        );
        Assert.False(events.IsStarted);

        List<string> taken = [];
        RequestValidationException error = await Assert.ThrowsAsync<RequestValidationException>(() =>
            TakeAsync(events, taken)
        );

        Assert.True(events.IsStarted);
        Assert.Equal(["initial-request {}", "said a"], taken);
        Assert.Equal("The input of Say is not valid:\n- Text has 0 characters, at least 1 are needed", error.Message);
    }

    [Fact]
    public async Task An_exception_of_the_model_is_the_last_that_is_sent()
    {
        ThrowingSource source = new();
        RequestEvents events = RequestEvents.Create(
            "Say",
            source,
            Write,
            validate: null,
            writeException: static (exception, writer) =>
            {
                writer.Exception("Broken", contentType: null);
                writer.Payload(exception.Message);
                return true;
            }
        );
        List<string> taken = [];

        await TakeAsync(events, taken);

        Assert.Equal([" no 1"], taken);
        Assert.Equal((1, true), (source.Asked, source.IsDisposed));
    }

    [Fact]
    public async Task An_exception_that_the_model_does_not_know_ends_the_request()
    {
        RequestEvents events = RequestEvents.Create(
            "Say",
            new ThrowingSource(),
            Write,
            validate: null,
            writeException: static (_, _) => false
        );

        await Assert.ThrowsAsync<ServiceException>(() => TakeAsync(events, []));
    }

    private static void Write(string text, EventWriter writer)
    {
        writer.Event("said", contentType: null);
        writer.Payload(text);
    }

    private static async Task TakeAsync(RequestEvents events, List<string> taken)
    {
        await foreach (byte[] frame in events.TakeFrames(TestContext.Current.CancellationToken))
        {
            EventMessage message = (
                await EventMessage.ReadFirstAsync(new MemoryStream(frame), TestContext.Current.CancellationToken)
            )!;
            taken.Add($"{message.EventType} {System.Text.Encoding.UTF8.GetString(message.Payload.Span)}");
        }
    }

    /// <summary>Fails whenever it is asked.</summary>
    private sealed class ThrowingSource : IAsyncEnumerable<string>, IAsyncEnumerator<string>
    {
        public int Asked { get; private set; }

        public bool IsDisposed { get; private set; }

        public string Current => "";

        public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync() =>
            ++Asked > 5
                ? throw new InvalidOperationException("asked again")
                : throw new ServiceException($"no {Asked}");

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return default;
        }
    }

    private async Task CallAsync(Handler handler)
    {
        ServiceClientOptions options = new()
        {
            Region = "eu-central-1",
            Environment = new AwsEnvironment(Path.GetTempPath()),
            TimeProvider = _time,
        };
        Task call = new ProbeClient(new HttpClient(handler), options).InvokeAsync(
            ProbeClient.Say,
            SsoOidcGen.Runtime.EventStreams.Of("a", "b")
        );
        while (!call.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await call;
    }

    private sealed class Handler(int failuresBeforeReading, HttpStatusCode status) : HttpMessageHandler
    {
        private byte[] _body = [];

        public int Attempts { get; private set; }

        public Version? Version { get; private set; }

        /// <summary>How many bytes had been written at each flush.</summary>
        public List<long> Flushed { get; private set; } = [];

        public async Task<List<string>> EventsAsync()
        {
            EventMessageReader reader = new(new MemoryStream(_body));
            List<string> events = [];
            while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } message)
            {
                events.Add(
                    $"{message.EventType} {message.Headers[":content-type"]} {System.Text.Encoding.UTF8.GetString(message.Payload.Span)}"
                );
            }

            return events;
        }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Version = request.Version;
            if (++Attempts <= failuresBeforeReading)
            {
                throw new HttpRequestException("refused");
            }

            FlushedStream sent = new();
            await request.Content!.CopyToAsync(sent, cancellationToken);
            _body = sent.ToArray();
            Flushed = sent.Flushed;
            return new HttpResponseMessage(status);
        }

        private sealed class FlushedStream : MemoryStream
        {
            public List<long> Flushed { get; } = [];

            public override Task FlushAsync(CancellationToken cancellationToken)
            {
                Flushed.Add(Length);
                return Task.CompletedTask;
            }
        }
    }
}
