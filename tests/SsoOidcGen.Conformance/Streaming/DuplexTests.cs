using System.Reflection;
using System.Threading.Channels;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Streaming;

/// <summary>Events both ways at the same time, through generated code and over HTTP/2.</summary>
public sealed class DuplexTests
{
    private const string Model = """
        {
          "version": "2.0",
          "metadata": {
            "apiVersion": "2026-01-01", "endpointPrefix": "echo", "protocol": "rest-json",
            "protocolSettings": { "h2": "eventstream" },
            "serviceFullName": "Echo", "serviceId": "Echo", "signatureVersion": "v4", "uid": "echo-2026-01-01"
          },
          "operations": {
            "Echo": {
              "name": "Echo", "http": { "method": "POST", "requestUri": "/echo" }, "authtype": "none",
              "input": { "shape": "Input" }, "output": { "shape": "Output" }
            },
            "SignedEcho": {
              "name": "SignedEcho", "http": { "method": "POST", "requestUri": "/echo" },
              "input": { "shape": "SignedInput" }, "output": { "shape": "SignedOutput" }
            }
          },
          "shapes": {
            "Input": { "type": "structure", "members": { "events": { "shape": "Talk" } }, "payload": "events" },
            "Output": { "type": "structure", "members": { "events": { "shape": "Talk" } }, "payload": "events" },
            "SignedInput": { "type": "structure", "members": { "events": { "shape": "Talk" } }, "payload": "events" },
            "SignedOutput": { "type": "structure", "members": { "events": { "shape": "Talk" } }, "payload": "events" },
            "Talk": {
              "type": "structure",
              "eventstream": true,
              "members": {
                "said": { "shape": "Said" },
                "audio": { "shape": "Audio" },
                "note": { "shape": "Note" },
                "detail": { "shape": "Detail" },
                "mark": { "shape": "Mark" },
                "end": { "shape": "End" },
                "failure": { "shape": "Failure" }
              }
            },
            "Said": { "type": "structure", "event": true, "members": { "text": { "shape": "NonEmpty" }, "times": { "shape": "Integer" } } },
            "Audio": {
              "type": "structure",
              "event": true,
              "members": {
                "codec": { "shape": "Codec", "eventheader": true },
                "at": { "shape": "Timestamp", "eventheader": true },
                "last": { "shape": "Boolean", "eventheader": true },
                "length": { "shape": "Long", "eventheader": true },
                "digest": { "shape": "Blob", "eventheader": true },
                "chunk": { "shape": "Blob", "eventpayload": true }
              }
            },
            "Note": { "type": "structure", "event": true, "members": { "text": { "shape": "String", "eventpayload": true } } },
            "Detail": { "type": "structure", "event": true, "members": { "said": { "shape": "Said", "eventpayload": true } } },
            "Mark": {
              "type": "structure",
              "event": true,
              "members": { "message": { "shape": "String", "eventheader": true }, "text": { "shape": "String" } }
            },
            "End": { "type": "structure", "event": true, "members": {} },
            "Failure": { "type": "structure", "exception": true, "members": { "message": { "shape": "String" } } },
            "String": { "type": "string" },
            "NonEmpty": { "type": "string", "min": 1 },
            "Codec": { "type": "string", "enum": ["pcm", "opus"] },
            "Integer": { "type": "integer", "box": true },
            "Long": { "type": "long", "box": true },
            "Boolean": { "type": "boolean", "box": true },
            "Timestamp": { "type": "timestamp" },
            "Blob": { "type": "blob" }
          }
        }
        """;

    /// <summary>Compiled with the generated client: it makes one event of each kind, typed.</summary>
    private const string Samples = """
        namespace Echo;

        public static class Samples
        {
            public static Talk[] All { get; } =
            [
                new Talk.Said(new Said { Text = "hello", Times = 2 }),
                new Talk.Audio(
                    new Audio
                    {
                        Codec = Codec.Opus,
                        At = System.DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_123),
                        Last = true,
                        Length = 5_000_000_000,
                        Digest = new byte[] { 1, 2 },
                        Chunk = new byte[] { 0, 255, 3 },
                    }
                ),
                new Talk.Note(new Note { Text = "plain" }),
                new Talk.Detail(new Detail { Said = new Said { Text = "deep" } }),
                new Talk.Mark(new Mark { Message = "m", Text = "t" }),
                new Talk.End(new End()),
            ];

            public static Talk Invalid { get; } = new Talk.Said(new Said { Text = "" });

            public static object Request(bool isSigned, System.Collections.Generic.IAsyncEnumerable<object> events) =>
                isSigned ? new SignedEchoRequest { Events = Typed(events) } : new EchoRequest { Events = Typed(events) };

            public static async System.Collections.Generic.IAsyncEnumerable<Talk> Typed(
                System.Collections.Generic.IAsyncEnumerable<object> events
            )
            {
                await foreach (object item in events)
                {
                    yield return (Talk)item;
                }
            }
        }
        """;

    private static readonly Assembly Client = Generation
        .Run(ModelText.Model("echo/service-2.json", Model, "Echo|||"))
        .LoadWith(Samples);

    private static IReadOnlyList<object> All => [.. (IEnumerable<object>)Sample("All")];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_kind_of_event_comes_back_before_the_next_one_is_given(bool isSigned)
    {
        await using EchoServer server = await EchoServer.StartAsync();
        Channel<object> channel = Channel.CreateUnbounded<object>();
        using dynamic response = await CallAsync(server, isSigned, channel.Reader.ReadAllAsync());
        await using IAsyncEnumerator<object> echoes = ((IAsyncEnumerable<object>)response.Events).GetAsyncEnumerator(
            TestContext.Current.CancellationToken
        );

        foreach (object item in All)
        {
            await channel.Writer.WriteAsync(item, TestContext.Current.CancellationToken);
            Assert.True(await echoes.MoveNextAsync());
            Assert.Equal(Describe(item), Describe(echoes.Current));
        }

        channel.Writer.Complete();
        Assert.False(await echoes.MoveNextAsync());
        Assert.Equal("application/vnd.amazon.eventstream", server.RequestHeaders!.ContentType);
        Assert.Equal(isSigned ? All.Count + 1 : 0, server.Envelopes.Count);
        Assert.Equal(
            isSigned ? ["STREAMING-AWS4-HMAC-SHA256-EVENTS"] : [],
            server.RequestHeaders["X-Amz-Content-Sha256"].ToArray()
        );
    }

    [Fact]
    public async Task A_signed_stream_ends_with_a_signed_message_that_holds_nothing()
    {
        await using EchoServer server = await EchoServer.StartAsync();
        using dynamic response = await CallAsync(server, isSigned: true, All.ToAsyncEnumerable());

        await foreach (object _ in (IAsyncEnumerable<object>)response.Events) { }

        Assert.All(server.Envelopes.SkipLast(1), static envelope => Assert.False(envelope.Payload.IsEmpty));
        Assert.True(server.Envelopes[^1].Payload.IsEmpty);
    }

    [Fact]
    public async Task An_event_that_the_model_forbids_ends_the_call_and_says_why()
    {
        await using EchoServer server = await EchoServer.StartAsync();

        RequestValidationException error = await Assert.ThrowsAsync<RequestValidationException>(async () =>
        {
            using dynamic response = await CallAsync(
                server,
                isSigned: false,
                new[] { All[0], Sample("Invalid") }.ToAsyncEnumerable()
            );
            await foreach (object _ in (IAsyncEnumerable<object>)response.Events) { }
        });

        Assert.Contains("Text", error.Message);
    }

    [Fact]
    public async Task A_fault_of_the_callers_own_events_reaches_the_caller()
    {
        await using EchoServer server = await EchoServer.StartAsync();

        TimeZoneNotFoundException error = await Assert.ThrowsAsync<TimeZoneNotFoundException>(async () =>
        {
            using dynamic response = await CallAsync(server, isSigned: false, FailingEvents());
            await foreach (object _ in (IAsyncEnumerable<object>)response.Events) { }
        });

        Assert.Equal("mine", error.Message);
    }

    [Fact]
    public async Task Both_directions_end_when_the_caller_leaves_the_answer()
    {
        await using EchoServer server = await EchoServer.StartAsync();
        TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using dynamic response = await CallAsync(server, isSigned: false, EndlessEvents(ended));

        await foreach (object _ in (IAsyncEnumerable<object>)response.Events)
        {
            break;
        }

        await ended.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private static async IAsyncEnumerable<object> FailingEvents()
    {
        yield return All[0];
        await Task.Yield();
        throw new TimeZoneNotFoundException("mine");
    }

    private static async IAsyncEnumerable<object> EndlessEvents(TaskCompletionSource ended)
    {
        try
        {
            while (true)
            {
                await Task.Yield();
                yield return All[0];
            }
        }
        finally
        {
            ended.SetResult();
        }
    }

    private static async Task<object> CallAsync(EchoServer server, bool isSigned, IAsyncEnumerable<object> events)
    {
        ServiceClientOptions options = new()
        {
            Endpoint = server.Address,
            Region = "eu-central-1",
            Credentials = new AwsCredentials("id", "secret"),
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };
        dynamic client = Activator.CreateInstance(Client.GetType("Echo.EchoClient")!, options)!;
        dynamic request = Client.GetType("Echo.Samples")!.GetMethod("Request")!.Invoke(null, [isSigned, events])!;
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        return isSigned
            ? await client.SignedEchoAsync(request, cancellationToken)
            : await client.EchoAsync(request, cancellationToken);
    }

    private static object Sample(string name) => Client.GetType("Echo.Samples")!.GetProperty(name)!.GetValue(null)!;

    /// <summary>The event's case and the values of its members.</summary>
    private static string Describe(object item)
    {
        object value = item.GetType().GetProperty("Value")!.GetValue(item)!;
        return item.GetType().Name
            + string.Concat(value.GetType().GetProperties().Select(member => $" {Text(member.GetValue(value))}"));
    }

    private static string? Text(object? value) =>
        value switch
        {
            ReadOnlyMemory<byte> bytes => Convert.ToHexString(bytes.Span),
            DateTimeOffset time => time.ToString("O"),
            _ => value?.ToString(),
        };
}
