using System.Net;
using System.Text.Json.Nodes;
using SsoOidcGen.Testing;
using SsoOidcGen.Tests.EndpointRules;

namespace SsoOidcGen.Tests.Generating;

/// <summary>Rules that single services follow and their models do not say (<c>docs/special-operations.md</c>).</summary>
public sealed class SpecialRuleTests
{
    private const string Zones = """
        {
          "GetZone": {
            "http": {"method": "GET", "requestUri": "/zones/{Id}"},
            "input": {"shape": "GetZoneRequest"}
          }
        }
        """;

    private const string ZoneShapes = """
        {
          "ResourceId": {"type": "string"},
          "GetZoneRequest": {
            "type": "structure",
            "required": ["Id"],
            "members": {"Id": {"shape": "ResourceId", "location": "uri", "locationName": "Id"}}
          }
        }
        """;

    private const string Jobs = """
        {
          "GetJob": {
            "http": {"method": "GET", "requestUri": "/job"},
            "input": {"shape": "GetJobRequest"},
            "endpoint": {"hostPrefix": "{AccountId}."},
            "staticContextParams": {"RequiresAccountId": {"value": true}}
          },
          "GetOldJob": {
            "http": {"method": "GET", "requestUri": "/old-job"},
            "input": {"shape": "GetJobRequest"},
            "endpoint": {"hostPrefix": "{AccountId}."}
          }
        }
        """;

    private const string JobShapes = """
        {
          "AccountId": {"type": "string"},
          "GetJobRequest": {
            "type": "structure",
            "required": ["AccountId"],
            "members": {
              "AccountId": {
                "shape": "AccountId",
                "location": "header",
                "locationName": "x-amz-account-id",
                "hostLabel": true
              }
            }
          }
        }
        """;

    private const string Lists = """
        {
          "List": {
            "http": {"method": "GET", "requestUri": "/"},
            "input": {"shape": "ListRequest"},
            "output": {"shape": "ListOutput"},
            "authtype": "none"
          }
        }
        """;

    private const string ListShapes = """
        {
          "ListRequest": {"type": "structure", "members": {}},
          "ListOutput": {"type": "structure", "members": {"Pending": {"shape": "PendingList"}}},
          "PendingList": {"type": "list", "member": {"shape": "Text"}, "locationName": "PendingConfiguration"},
          "Text": {"type": "string"}
        }
        """;

    private const string Heads = """
        {
          "Head": {
            "http": {"method": "HEAD", "requestUri": "/"},
            "input": {"shape": "HeadRequest"},
            "output": {"shape": "HeadOutput"},
            "authtype": "none"
          }
        }
        """;

    private const string HeadShapes = """
        {
          "HeadRequest": {"type": "structure", "members": {}},
          "HeadOutput": {
            "type": "structure",
            "members": {"Expires": {"shape": "Expires", "location": "header", "locationName": "Expires"}}
          },
          "Expires": {"type": "timestamp"}
        }
        """;

    [Theory]
    [InlineData("Route 53", "ResourceId", "http.Label(BindingText.WithoutPath(request.Id));")]
    [InlineData("Route 53", "DelegationSetId", "http.Label(BindingText.WithoutPath(request.Id));")]
    [InlineData("Route 53", "ChangeId", "http.Label(BindingText.WithoutPath(request.Id));")]
    [InlineData("Route 53", "OtherId", "http.Label(request.Id);")]
    [InlineData("Sample", "ResourceId", "http.Label(request.Id);")]
    public void An_id_of_Route_53_loses_the_path_that_it_comes_back_with(
        string serviceId,
        string shape,
        string statement
    )
    {
        Generation generation = Generate(
            Zones,
            ZoneShapes.Replace("ResourceId", shape, StringComparison.Ordinal),
            serviceId
        );

        Assert.Contains(statement, generation.Files["Sample.SampleClient/Operations/GetZone.g.cs"]);
    }

    [Theory]
    [InlineData("API Gateway", true)]
    [InlineData("Sample", false)]
    public void API_Gateway_is_asked_for_plain_JSON(string serviceId, bool asks) =>
        Assert.Equal(
            asks,
            Generate(Zones, ZoneShapes, serviceId)
                .Files["Sample.SampleClient/Operations/GetZone.g.cs"]
                .Contains("http.Header(\"Accept\", \"application/json\");", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("STS", "AssumeRoleWithSAML", false)]
    [InlineData("STS", "AssumeRoleWithWebIdentity", false)]
    [InlineData("STS", "AssumeRole", true)]
    [InlineData("Sample", "AssumeRoleWithSAML", true)]
    public void Who_asks_for_credentials_with_a_token_does_not_sign(string serviceId, string operation, bool signs)
    {
        string operations = $$"""{ "{{operation}}": {"http": {"method": "POST", "requestUri": "/"} } }""";

        Generation generation = Generate(operations, "{}", serviceId);

        Assert.Equal(
            signs,
            generation
                .Files[$"Sample.SampleClient/Operations/{operation}.g.cs"]
                .Contains("AuthScheme.SigV4", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_prefix_that_the_endpoint_rules_put_before_the_host_is_not_put_there_twice()
    {
        string rules = RuleSetReading.RuleSet("", """{"RequiresAccountId": {"type": "boolean"}}""");
        Generation generation = Generate(Jobs, JobShapes, "S3 Control", rules);

        Assert.DoesNotContain("HostPrefix", generation.Files["Sample.SampleClient/Operations/GetJob.g.cs"]);
        Assert.Contains(
            "http.HostPrefix(request.AccountId);",
            generation.Files["Sample.SampleClient/Operations/GetOldJob.g.cs"]
        );
    }

    [Theory]
    [InlineData("Tue, 02 Jan 2024 03:04:05 GMT", true)]
    [InlineData("whenever", false)]
    public async Task What_S3_keeps_as_a_date_is_read_as_text_too(string header, bool isDate)
    {
        using HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new ByteArrayContent([]) };
        response.Content.Headers.TryAddWithoutValidation("Expires", header);

        object output = await SampleService.CallAsync(Generate(Heads, HeadShapes, "S3").Load(), "Head", response);

        Assert.Equal(header, output.GetType().GetProperty("ExpiresString")!.GetValue(output));
        Assert.Equal(
            isDate ? new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero) : null,
            (DateTimeOffset?)output.GetType().GetProperty("Expires")!.GetValue(output)
        );
    }

    [Theory]
    [InlineData("Pending")]
    [InlineData("PendingConfiguration")]
    public async Task A_list_of_ElastiCache_is_read_by_the_name_of_its_shape_too(string element)
    {
        using HttpResponseMessage response = new(HttpStatusCode.OK)
        {
            Content = new StringContent($"<ListOutput><{element}><member>a</member></{element}></ListOutput>"),
        };

        object output = await SampleService.CallAsync(
            Generate(Lists, ListShapes, "ElastiCache").Load(),
            "List",
            response
        );

        Assert.Equal(["a"], (IEnumerable<string>)output.GetType().GetProperty("Pending")!.GetValue(output)!);
    }

    private static Generation Generate(string operations, string shapes, string serviceId, string? endpointRules = null)
    {
        Generation generation = SampleService.Generate(
            JsonNode.Parse(operations)!,
            JsonNode.Parse(shapes)!,
            "rest-xml",
            serviceId,
            endpointRules
        );
        Assert.Empty(generation.CompilerDiagnostics);
        return generation;
    }
}
