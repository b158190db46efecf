using System.Net;
using System.Reflection;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Pagination;

/// <summary>A paginator with two tokens, dotted paths and a flag for more results, generated and run over scripted pages.</summary>
public sealed class SeveralTokensTests
{
    private const string Service = """
        {
          "metadata": {"apiVersion":"2026-01-01","endpointPrefix":"sample","protocol":"rest-json",
            "serviceFullName":"Sample","serviceId":"Sample","signatureVersion":"v4","signingName":"sample"},
          "operations": {"List": {"name":"List","http":{"method":"GET","requestUri":"/"},
            "input":{"shape":"Request"},"output":{"shape":"Page"}}},
          "shapes": {
            "Flag": {"type":"boolean"},
            "Item": {"type":"structure","members":{"key":{"shape":"Text"}}},
            "Items": {"type":"list","member":{"shape":"Item"}},
            "Next": {"type":"structure","members":{"key":{"shape":"Text"},"items":{"shape":"Items"}}},
            "Page": {"type":"structure","members":{"next":{"shape":"Next"},"id":{"shape":"Text"},"more":{"shape":"Flag"}}},
            "Request": {"type":"structure","members":{
              "key":{"shape":"Text","location":"querystring","locationName":"key"},
              "id":{"shape":"Text","location":"querystring","locationName":"id"}}},
            "Text": {"type":"string"}
          }
        }
        """;

    private const string Paginators = """
        {"pagination": {"List": {"input_token": ["key","id"], "output_token": ["next.key || next.items[-1].key","id"],
          "more_results": "more", "result_key": "next.items"}}}
        """;

    private static readonly Lazy<Assembly> Code = new(static () =>
    {
        Generation generation = Generation.Run(
            ModelText.Model("sample/service-2.json", Service, "Sample|||"),
            ModelText.Sibling("sample/paginators-1.json", Paginators)
        );
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
        return generation.Load();
    });

    private readonly List<string> _queries = [];

    [Fact]
    public async Task Every_token_is_sent_on_and_one_that_is_missing_is_left_out()
    {
        int items = await CountAsync(
            """{"next":{"key":"k1","items":[{"key":"a"}]},"id":"i1","more":true}""",
            """{"next":{"items":[{"key":"b"},{"key":"c"}]},"more":true}""",
            """{"next":{"key":"k3","items":[]},"id":"i3","more":false}"""
        );

        Assert.Equal(3, items);
        Assert.Equal(["", "?key=k1&id=i1", "?key=c"], _queries);
    }

    [Fact]
    public async Task A_page_without_any_token_is_the_last()
    {
        Assert.Equal(0, await CountAsync("""{"next":{"key":""},"id":"","more":true}"""));
        Assert.Single(_queries);
    }

    [Fact]
    public async Task One_token_that_changes_leads_on_and_the_same_tokens_end_the_iteration()
    {
        PaginationException error = await Assert.ThrowsAsync<PaginationException>(() =>
            CountAsync(
                """{"next":{"key":"k"},"id":"i1","more":true}""",
                """{"next":{"key":"k"},"id":"i2","more":true}""",
                """{"next":{"key":"k"},"id":"i2","more":true}"""
            )
        );

        Assert.Equal("List", error.Operation);
        Assert.DoesNotContain("i2", error.Message);
        Assert.Equal(3, _queries.Count);
    }

    private async Task<int> CountAsync(params string[] pages)
    {
        ServiceClientOptions options = new()
        {
            Region = "eu-central-1",
            Endpoint = new Uri("https://sample.example"),
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };
        using HttpClient http = new(
            new StubHandler(
                (sent, _) =>
                {
                    _queries.Add(sent.RequestUri!.Query);
                    return new HttpResponseMessage { Content = new StringContent(pages[_queries.Count - 1]) };
                }
            )
        );
        Type client = Code.Value.GetType("Sample.SampleClient", throwOnError: true)!;
        object request = Activator.CreateInstance(Code.Value.GetType("Sample.ListRequest", throwOnError: true)!)!;
        IAsyncEnumerable<object> items =
            (IAsyncEnumerable<object>)
                client
                    .GetMethod("ListItemsAsync")!
                    .Invoke(Activator.CreateInstance(client, http, options), [request, CancellationToken.None])!;
        int count = 0;
        await foreach (object _ in items)
        {
            count++;
        }

        return count;
    }
}
