using System.Net;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Runtime.Tests.Client;

namespace SsoOidcGen.Runtime.Tests.EventStreams;

/// <summary>Events of an operation that is signed, and of one that receives events, too.</summary>
public sealed class SignedEventsTests
{
    [Fact]
    public async Task Each_event_is_signed_and_an_empty_one_is_the_end()
    {
        Handler handler = new();

        await Client(handler).InvokeAsync(Say(AuthScheme.SigV4), Of("a"), TestContext.Current.CancellationToken);

        Assert.Equal("STREAMING-AWS4-HMAC-SHA256-EVENTS", handler.Headers["X-Amz-Content-Sha256"]);
        List<EventMessage> messages = await MessagesAsync(handler.Body);
        Assert.Equal(2, messages.Count);
        Assert.All(messages, static message => Assert.Equal([":date", ":chunk-signature"], message.Headers.Keys));
        EventMessage inner = Assert.Single(await MessagesAsync(messages[0].Payload.ToArray()));
        Assert.Equal(("said", "a"), (inner.EventType, System.Text.Encoding.UTF8.GetString(inner.Payload.Span)));
        Assert.True(messages[1].Payload.IsEmpty);
    }

    [Fact]
    public async Task Events_cannot_be_signed_for_several_regions()
    {
        NotSupportedException error = await Assert.ThrowsAsync<NotSupportedException>(() =>
            Client(new Handler()).InvokeAsync(Say(AuthScheme.SigV4a), Of("a"), TestContext.Current.CancellationToken)
        );

        Assert.Equal("Events can be signed with SigV4 only.", error.Message);
    }

    [Fact]
    public async Task They_have_no_length_and_their_attempts_no_limit()
    {
        Handler handler = new();

        await Client(handler).InvokeAsync(Say(auth: null), Of("a"), TestContext.Current.CancellationToken);

        Assert.Null(handler.Length);
        Assert.Single(await MessagesAsync(handler.Body));
    }

    [Fact]
    public async Task A_response_that_breaks_off_because_the_caller_s_events_did_says_so()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "https://probe.example/");
        RequestEvents events = RequestEvents.Create("Say", Failing(), static (_, _) => { }, validate: null);
        request.Content = events.CreateContent(request);
        await Assert.ThrowsAnyAsync<Exception>(() =>
            request.Content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken)
        );
        using HttpResponseMessage response = new() { RequestMessage = request };
        ResponseEvents<string> answers = new(
            "Say",
            ErrorFormat.Json,
            response,
            new BrokenStream(),
            first: null,
            static _ => "",
            static (in ErrorResponse _) => null,
            static (in ErrorResponse _) => null,
            static _ => new SensitiveValues()
        );

        InvalidDataException error = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (string _ in answers) { }
        });

        Assert.Equal("my own", error.Message);
    }

    private static async IAsyncEnumerable<string> Failing()
    {
        await Task.CompletedTask;
        yield return "a";
        throw new InvalidDataException("my own");
    }

    private static IAsyncEnumerable<string> Of(params string[] events) => SsoOidcGen.Runtime.EventStreams.Of(events);

    private static SayOperation Say(AuthScheme? auth) =>
        new()
        {
            Name = "Say",
            Method = HttpMethod.Post,
            SendsEvents = true,
            Auth = auth,
        };

    private static ProbeClient Client(HttpMessageHandler handler) =>
        new(
            new HttpClient(handler),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                MaxAttempts = 1,
                Credentials = new AwsCredentials("AKID", "secret"),
                Environment = new AwsEnvironment(Path.GetTempPath()),
            }
        );

    private static async Task<List<EventMessage>> MessagesAsync(byte[] body)
    {
        EventMessageReader reader = new(new MemoryStream(body));
        List<EventMessage> messages = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } message)
        {
            messages.Add(message);
        }

        return messages;
    }

    private sealed class Handler : HttpMessageHandler
    {
        public byte[] Body { get; private set; } = [];

        public long? Length { get; private set; } = -1;

        public Dictionary<string, string> Headers { get; private set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Length = request.Content!.Headers.ContentLength;
            Headers = request.Headers.ToDictionary(
                static header => header.Key,
                static header => string.Join(",", header.Value),
                StringComparer.OrdinalIgnoreCase
            );
            Body = await request.Content.ReadAsByteArrayAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK);
        }
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("Reset by peer.");
    }
}
