using System.Reflection;
using System.Text;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Streaming;

/// <summary>A caller's events end with an error of the model when they throw its exception.</summary>
public sealed class SentErrorTests
{
    private const string Model = """
        {"smithy": "2.0", "shapes": {
        "users#Users": {
          "type": "service", "version": "1", "operations": [{"target": "users#Tell"}],
          "traits": {"aws.protocols#restJson1": {}}
        },
        "users#Tell": {
          "type": "operation",
          "input": {"target": "users#TellInput"},
          "output": {"target": "users#TellOutput"},
          "traits": {"smithy.api#http": {"method": "POST", "uri": "/tell"}}
        },
        "users#TellInput": {
          "type": "structure",
          "members": {"words": {"target": "users#Words", "traits": {"smithy.api#httpPayload": {}}}}
        },
        "users#TellOutput": {
          "type": "structure",
          "members": {
            "heard": {"target": "smithy.api#Integer", "traits": {"smithy.api#httpHeader": "x-heard", "smithy.api#required": {}}},
            "words": {"target": "users#Words", "traits": {"smithy.api#httpPayload": {}}}
          }
        },
        "users#Words": {
          "type": "union",
          "members": {
            "word": {"target": "users#Word"},
            "silence": {"target": "users#SilenceError"},
            "pause": {"target": "users#SilenceError"}
          },
          "traits": {"smithy.api#streaming": {}}
        },
        "users#Word": {"type": "structure", "members": {"text": {"target": "smithy.api#String"}}},
        "users#SilenceError": {
          "type": "structure",
          "members": {
            "message": {"target": "smithy.api#String"},
            "room": {"target": "users#Room"},
            "length": {"target": "smithy.api#Integer", "traits": {"smithy.api#eventHeader": {}}}
          },
          "traits": {"smithy.api#error": "client"}
        },
        "users#Room": {"type": "structure", "members": {"name": {"target": "smithy.api#String"}}}
        }}
        """;

    private const string Call = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using Sample;
        using SsoOidcGen.Runtime;

        public static class Probe
        {
            private static async IAsyncEnumerable<Words> SayAsync(bool fails)
            {
                await Task.CompletedTask;
                yield return new Words.Word(new Word { Text = "hello" });
                if (fails)
                {
                    throw new SilenceException("all left") { Room = new Room { Name = "hall" }, Length = 7 };
                }
            }

            public static async Task<TellResponse> CallAsync(HttpMessageHandler handler, bool fails)
            {
                using UsersClient client = new(
                    new HttpClient(handler),
                    new ServiceClientOptions
                    {
                        Endpoint = new Uri("https://users.example"),
                        Environment = new AwsEnvironment(Path.GetTempPath()),
                        MaxAttempts = 1,
                    }
                );
                return await client.TellAsync(new TellRequest { Words = SayAsync(fails) });
            }
        }
        """;

    private static readonly Lazy<Assembly> s_code = new(() =>
    {
        Generation generation = Generation.Run(ModelText.Model("model/users.json", Model, "Sample|UsersClient||"));
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
        return generation.LoadWith(Call);
    });

    [Fact]
    public async Task The_error_is_the_last_message_with_its_headers_and_its_payload()
    {
        Handler handler = new("7");

        await CallAsync(handler, fails: true);

        Assert.Equal(
            [
                """event word {"text":"hello"}""",
                """exception silence length=7 {"message":"all left","room":{"name":"hall"}}""",
            ],
            handler.Messages
        );
    }

    [Fact]
    public async Task A_response_that_lacks_what_has_to_come_before_its_events_cannot_be_read()
    {
        Exception error = await Assert.ThrowsAnyAsync<ServiceException>(() =>
            CallAsync(new Handler(heard: null), fails: false)
        );

        Assert.Contains("'heard'", error.ToString(), StringComparison.Ordinal);
    }

    private static Task CallAsync(Handler handler, bool fails) =>
        (Task)s_code.Value.GetType("Probe")!.GetMethod("CallAsync")!.Invoke(null, [handler, fails])!;

    private sealed class Handler(string? heard) : HttpMessageHandler
    {
        public List<string> Messages { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            byte[] body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            EventMessageReader reader = new(new MemoryStream(body));
            while (await reader.ReadAsync(cancellationToken) is { } message)
            {
                string type = message.Header<string>(":message-type")!;
                string length = message.Headers.TryGetValue("length", out object? value) ? $" length={value}" : "";
                Messages.Add(
                    $"{type} {message.Header<string>($":{type}-type")}{length} {Encoding.UTF8.GetString(message.Payload.Span)}"
                );
            }

            HttpResponseMessage response = new() { Content = new ByteArrayContent([]) };
            if (heard is not null)
            {
                response.Headers.TryAddWithoutValidation("x-heard", heard);
            }

            return response;
        }
    }
}
