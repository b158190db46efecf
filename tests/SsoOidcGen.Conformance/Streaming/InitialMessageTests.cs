using System.Reflection;
using System.Text;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Testing;
using CborReader = System.Formats.Cbor.CborReader;
using CborWriter = System.Formats.Cbor.CborWriter;

namespace SsoOidcGen.Conformance.Streaming;

/// <summary>Members beside the events, in protocols whose body is all there is: they travel in a message before the events.</summary>
public sealed class InitialMessageTests
{
    private const string Samples = """
        namespace Talks;

        public static class Samples
        {
            public static TalkRequest Request { get; } =
                new()
                {
                    Topic = "tea",
                    Events = SsoOidcGen.Runtime.EventStreams.Of<Talk>(new Talk.Said(new Said { Text = "hello" })),
                };
        }
        """;

    private static readonly Lazy<Assembly> s_json = new(static () => Load("json", "\"jsonVersion\": \"1.1\""));
    private static readonly Lazy<Assembly> s_cbor = new(static () =>
        Load("smithy-rpc-v2-cbor", "\"protocols\": [\"smithy-rpc-v2-cbor\"]")
    );

    [Theory]
    [InlineData("json")]
    [InlineData("cbor")]
    public async Task Members_beside_the_events_are_sent_and_read_in_messages_before_them(string format)
    {
        List<EventMessage> sent = [];
        using dynamic response = await CallAsync(
            format,
            sent,
            Message("initial-response", Payload(format, "session", "s-1")),
            Message("said", Payload(format, "text", "hi"))
        );

        Assert.Equal("s-1", response.Session);
        await AssertTextsAsync(response, "hi");
        Assert.Equal(["initial-request", "said"], sent.Select(static message => message.EventType));
        Assert.All(sent, message => Assert.Equal($"application/{format}", message.Header<string>(":content-type")));
        Assert.Equal(Payload(format, "topic", "tea"), Definite(format, sent[0].Payload));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("cbor")]
    public async Task A_service_that_begins_with_an_event_loses_none(string format)
    {
        using dynamic response = await CallAsync(format, [], Message("said", Payload(format, "text", "hi")));

        Assert.Null(response.Session);
        await AssertTextsAsync(response, "hi");
    }

    [Fact]
    public async Task A_service_that_sends_nothing_has_no_events()
    {
        using dynamic response = await CallAsync("json", []);

        Assert.Null(response.Session);
        await AssertTextsAsync(response);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("cbor")]
    public async Task An_initial_message_that_cannot_be_read_is_an_unreadable_response(string format)
    {
        byte[] whole = Message("initial-response", Payload(format, "session", "s-1"));
        byte[] malformed = Message("initial-response", [.. Payload(format, "session", "s-1").SkipLast(1)]);

        await Assert.ThrowsAsync<UnreadableResponseException>(() => CallAsync(format, [], malformed));
        UnreadableResponseException cut = await Assert.ThrowsAsync<UnreadableResponseException>(() =>
            CallAsync(format, [], whole[..^4])
        );

        Assert.IsType<EventStreamException>(cut.InnerException);
    }

    private static async Task<object> CallAsync(string format, List<EventMessage> sent, params byte[][] messages)
    {
        using HttpClient http = new(new TalkHandler(sent, [.. messages.SelectMany(static bytes => bytes)]));
        Assembly client = (format == "json" ? s_json : s_cbor).Value;
        ServiceClientOptions options = new()
        {
            Endpoint = new Uri("https://talks.example"),
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };
        dynamic talks = Activator.CreateInstance(client.GetType("Talks.TalksClient")!, http, options)!;
        return await talks.TalkAsync((dynamic)client.GetType("Talks.Samples")!.GetProperty("Request")!.GetValue(null)!);
    }

    private static async Task AssertTextsAsync(dynamic response, params string[] expected)
    {
        List<string> texts = [];
        await foreach (dynamic item in (IAsyncEnumerable<object>)response.Events)
        {
            texts.Add((string)item.Value.Text);
        }

        Assert.Equal(expected, texts);
    }

    private static byte[] Message(string type, byte[] payload) =>
        EventMessageWriter.Write(
            new EventMessage
            {
                Headers = new Dictionary<string, object> { [":message-type"] = "event", [":event-type"] = type },
                Payload = payload,
            }
        );

    private static byte[] Payload(string format, string name, string value)
    {
        if (format == "json")
        {
            return Encoding.UTF8.GetBytes($$"""{"{{name}}":"{{value}}"}""");
        }

        CborWriter cbor = new();
        cbor.WriteStartMap(1);
        cbor.WriteTextString(name);
        cbor.WriteTextString(value);
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    /// <summary>Maps of unknown length, as the client writes them, become maps that say theirs.</summary>
    private static byte[] Definite(string format, ReadOnlyMemory<byte> payload)
    {
        if (format == "json")
        {
            return payload.ToArray();
        }

        CborReader cbor = new(payload);
        cbor.ReadStartMap();
        return Payload(format, cbor.ReadTextString(), cbor.ReadTextString());
    }

    private static Assembly Load(string protocol, string detail) =>
        Generation
            .Run(
                ModelText.Model(
                    "talks/service-2.json",
                    $$"""
                    {
                      "version": "2.0",
                      "metadata": {
                        "apiVersion": "2026-01-01", "endpointPrefix": "talks", "protocol": "{{protocol}}", {{detail}},
                        "serviceFullName": "Talks", "serviceId": "Talks", "targetPrefix": "Talks",
                        "signatureVersion": "v4", "uid": "talks-2026-01-01"
                      },
                      "operations": {
                        "Talk": {
                          "name": "Talk", "http": { "method": "POST", "requestUri": "/" }, "authtype": "none",
                          "input": { "shape": "TalkInput" }, "output": { "shape": "TalkOutput" }
                        }
                      },
                      "shapes": {
                        "TalkInput": {
                          "type": "structure",
                          "members": { "topic": { "shape": "String" }, "events": { "shape": "Talk" } }
                        },
                        "TalkOutput": {
                          "type": "structure",
                          "members": { "session": { "shape": "String" }, "events": { "shape": "Talk" } }
                        },
                        "Talk": { "type": "structure", "eventstream": true, "members": { "said": { "shape": "Said" } } },
                        "Said": { "type": "structure", "event": true, "members": { "text": { "shape": "String" } } },
                        "String": { "type": "string" }
                      }
                    }
                    """,
                    "Talks|||"
                )
            )
            .LoadWith(Samples);

    private sealed class TalkHandler(List<EventMessage> sent, byte[] response) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            EventMessageReader reader = new(await request.Content!.ReadAsStreamAsync(cancellationToken));
            while (await reader.ReadAsync(cancellationToken) is { } message)
            {
                sent.Add(message);
            }

            return new HttpResponseMessage { Content = new ByteArrayContent(response) };
        }
    }
}
