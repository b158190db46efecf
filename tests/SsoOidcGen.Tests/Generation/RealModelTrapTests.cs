using System.Net;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Generating;

/// <summary>What models of real services hold, and small ones rarely do.</summary>
public sealed class RealModelTrapTests
{
    private const string Operations = """
        {
          "Fetch": {
            "http": {"method": "POST", "requestUri": "/"},
            "input": {"shape": "In"},
            "output": {"shape": "Out"},
            "errors": [{"shape": "Lost"}],
            "authtype": "none"
          }
        }
        """;

    private const string Shapes = """
        {
          "Text": {"type": "string"},
          "Number": {"type": "integer"},
          "Bytes": {"type": "blob"},
          "In": {"type": "structure", "members": {"Details": {"shape": "Details"}}},
          "Details": {
            "type": "structure",
            "required": ["Name"],
            "members": {
              "Name": {"shape": "Text", "deprecated": true, "deprecatedMessage": "Use <Title> & no other."},
              "Title": {"shape": "Text"}
            }
          },
          "Out": {"type": "structure", "payload": "Body", "members": {"Body": {"shape": "Bytes"}}},
          "Lost": {
            "type": "structure",
            "exception": true,
            "error": {"httpStatusCode": 404},
            "members": {
              "Code": {"shape": "Number", "location": "statusCode"},
              "Where": {"shape": "Text", "location": "header", "locationName": "x-where"}
            }
          }
        }
        """;

    private static readonly Lazy<Generation> Sample = new(() => SampleService.Generate(Operations, Shapes));

    [Fact]
    public void A_required_member_that_is_deprecated_says_so_in_its_documentation()
    {
        Assert.Empty(Sample.Value.Diagnostics);
        Assert.Empty(Sample.Value.CompilerDiagnostics);
        string code = Sample.Value.Files["Sample.SampleClient/Operations/Fetch.g.cs"];
        Assert.Contains("Deprecated: Use &lt;Title&gt; &amp; no other.", code);
        Assert.Contains("public required string Name { get; init; }", code);
    }

    [Fact]
    public async Task An_exception_knows_the_status_that_its_model_asks_for()
    {
        using HttpResponseMessage response = new(HttpStatusCode.NotFound) { Content = new StringContent("{}") };
        response.Headers.Add("x-amzn-errortype", "Lost");
        response.Headers.Add("x-where", "here");

        Exception error = await Assert.ThrowsAnyAsync<Exception>(() =>
            SampleService.CallAsync(Sample.Value.Load(), "Fetch", response)
        );

        Assert.Equal("LostException", error.GetType().Name);
        Assert.Equal(404, error.GetType().GetProperty("Code")!.GetValue(error));
        Assert.Equal("here", error.GetType().GetProperty("Where")!.GetValue(error));
    }

    [Theory]
    [InlineData(new byte[0], null)]
    [InlineData(new byte[] { 1, 2 }, 2)]
    public async Task A_blob_without_a_body_is_absent(byte[] body, int? length)
    {
        using HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent(body) };

        object output = await SampleService.CallAsync(Sample.Value.Load(), "Fetch", response);

        object? blob = output.GetType().GetProperty("Body")!.GetValue(output);
        Assert.Equal(length, ((ReadOnlyMemory<byte>?)blob)?.Length);
    }
}
