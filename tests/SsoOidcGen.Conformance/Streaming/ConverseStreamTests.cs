using System.Net;
using System.Reflection;
using System.Text;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Streaming;

/// <summary>The event stream of a public model (Bedrock Runtime), generated and run against scripted messages.</summary>
public sealed class ConverseStreamTests
{
    private static readonly Lazy<Assembly> Bedrock = new(static () =>
        Generation
            .Run(
                ModelText.Folder(
                    Repository.DataOrSkip("models/bedrock-runtime/2023-09-30"),
                    "Bedrock|BedrockClient|ConverseStream|"
                )
            )
            .Load()
    );

    [Fact]
    public async Task Events_arrive_as_cases_of_the_union()
    {
        List<object> events = [];

        await CollectAsync(
            events,
            Message("event", "messageStart", """{"role":"assistant"}"""),
            Message("event", "contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"Hello"}}"""),
            Message("event", "somethingNew", """{}"""),
            Message("event", "messageStop", """{"stopReason":"end_turn"}""")
        );

        Assert.Equal(
            ["MessageStart", "ContentBlockDelta", "Unknown", "MessageStop"],
            events.Select(static item => item.GetType().Name)
        );
        Assert.Contains("Hello", events[1].ToString());
        Assert.Contains("somethingNew", events[2].ToString());
    }

    [Fact]
    public async Task An_exception_in_the_stream_is_thrown_as_the_services_exception()
    {
        List<object> events = [];

        ServiceException error = await Assert.ThrowsAnyAsync<ServiceException>(() =>
            CollectAsync(
                events,
                Message("event", "messageStart", """{"role":"assistant"}"""),
                Message("exception", "throttlingException", """{"message":"Too many tokens."}""")
            )
        );

        Assert.Single(events);
        Assert.Equal(("ThrottlingException", "Too many tokens."), (error.GetType().Name, error.Message));
    }

    private static async Task CollectAsync(List<object> events, params IEnumerable<byte[]> messages)
    {
        using HttpClient http = new(
            new StubHandler(
                (_, _) =>
                    new HttpResponseMessage
                    {
                        Content = new ByteArrayContent([.. messages.SelectMany(static bytes => bytes)]),
                    }
            )
        );
        ServiceClientOptions options = new()
        {
            Endpoint = new Uri("https://bedrock.example"),
            Region = "eu-central-1",
            Credentials = new AwsCredentials("id", "secret"),
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };
        dynamic client = Activator.CreateInstance(Bedrock.Value.GetType("Bedrock.BedrockClient")!, http, options)!;
        Type requestType = Bedrock.Value.GetType("Bedrock.ConverseStreamRequest")!;
        object request = Activator.CreateInstance(requestType)!;
        requestType.GetProperty("ModelId")!.SetValue(request, "model");
        using dynamic response = await client.ConverseStreamAsync((dynamic)request);
        await foreach (object item in (IAsyncEnumerable<object>)response.Stream)
        {
            events.Add(item);
        }
    }

    private static byte[] Message(string kind, string type, string payload) =>
        EventMessageWriter.Write(
            new EventMessage
            {
                Headers = new Dictionary<string, object> { [":message-type"] = kind, [$":{kind}-type"] = type },
                Payload = Encoding.UTF8.GetBytes(payload),
            }
        );
}
