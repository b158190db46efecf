using System.Net;
using System.Reflection;
using System.Text.Json.Nodes;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.JmesPath;

/// <summary>A small service with one waiter for each rule, <c>W0</c>, <c>W1</c>, …; generated, compiled and called.</summary>
internal sealed class SampleWaiters
{
    private const string Service = """
        {
          "metadata": {"apiVersion":"2026-01-01","endpointPrefix":"sample","protocol":"rest-json",
            "serviceFullName":"Sample","serviceId":"Sample","signatureVersion":"v4","signingName":"sample"},
          "operations": {"Get": {"name":"Get","http":{"method":"GET","requestUri":"/"},"output":{"shape":"Answer"}}},
          "shapes": {
            "Answer": {"type":"structure","members":{"name":{"shape":"Text"},"status":{"shape":"State"},
              "count":{"shape":"Number"},"done":{"shape":"Flag"},"groups":{"shape":"Groups"},
              "parts":{"shape":"PartMap"},"detail":{"shape":"Detail"},"choice":{"shape":"Choice"}}},
            "Choice": {"type":"structure","union":true,"members":{"text":{"shape":"Text"},
              "number":{"shape":"Number"},"detail":{"shape":"Detail"}}},
            "Detail": {"type":"structure","members":{"state":{"shape":"State"},"tags":{"shape":"Texts"}}},
            "Flag": {"type":"boolean"},
            "Group": {"type":"structure","members":{"name":{"shape":"Text"},"state":{"shape":"State"},
              "size":{"shape":"Number"},"wanted":{"shape":"Number"},"parts":{"shape":"Parts"}}},
            "Groups": {"type":"list","member":{"shape":"Group"}},
            "Number": {"type":"integer"},
            "Part": {"type":"structure","members":{"state":{"shape":"State"}}},
            "PartMap": {"type":"map","key":{"shape":"Text"},"value":{"shape":"Part"}},
            "Parts": {"type":"list","member":{"shape":"Part"}},
            "State": {"type":"string","enum":["READY","BROKEN"]},
            "Text": {"type":"string"},
            "Texts": {"type":"list","member":{"shape":"Text"}}
          }
        }
        """;

    private readonly Lazy<Assembly> _code;

    private SampleWaiters(Generation generation)
    {
        Generation = generation;
        _code = new Lazy<Assembly>(generation.Load);
    }

    public Generation Generation { get; }

    public static SampleWaiters Generate(IEnumerable<(string Matcher, string Path, string Expected)> rules)
    {
        JsonObject waiters = [];
        foreach ((string matcher, string path, string expected) in rules)
        {
            JsonObject acceptor = new()
            {
                ["state"] = "success",
                ["matcher"] = matcher,
                ["argument"] = path,
                ["expected"] = JsonNode.Parse(expected),
            };
            waiters[$"W{waiters.Count}"] = new JsonObject
            {
                ["operation"] = "Get",
                ["delay"] = 1,
                ["maxAttempts"] = 1,
                ["acceptors"] = new JsonArray(acceptor),
            };
        }

        JsonObject file = new() { ["version"] = 2, ["waiters"] = waiters };
        return new SampleWaiters(
            Generation.Run(
                ModelText.Model("sample/service-2.json", Service, "Sample|||"),
                ModelText.Sibling("sample/waiters-2.json", file.ToJsonString())
            )
        );
    }

    /// <summary>Ends well when the rule matches the answer.</summary>
    public async Task AskOnceAsync(int rule, string answer)
    {
        ServiceClientOptions options = new()
        {
            Region = "eu-central-1",
            Endpoint = new Uri("https://sample.example"),
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };
        using HttpClient http = new(new StubHandler(answer));
        Type client = _code.Value.GetType("Sample.SampleClient", throwOnError: true)!;
        object request = Activator.CreateInstance(_code.Value.GetType("Sample.GetRequest", throwOnError: true)!)!;
        await (Task)
            client
                .GetMethod($"WaitUntilW{rule}Async")!
                .Invoke(Activator.CreateInstance(client, http, options), [request, null, CancellationToken.None])!;
    }
}
