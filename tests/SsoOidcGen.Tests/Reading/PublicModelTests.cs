using System.Text.Json;
using System.Text.Json.Nodes;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Reading;

public sealed class PublicModelTests
{
    [Fact]
    public void Every_rest_json_service_is_read_without_a_diagnostic()
    {
        List<string> unexpected = [];
        int services = 0;
        foreach (
            string path in Directory.EnumerateFiles(
                Repository.DataOrSkip("models"),
                "service-2.json",
                SearchOption.AllDirectories
            )
        )
        {
            ReadResult result = ModelReader.Read(Load(path), TestContext.Current.CancellationToken);
            if (!result.Model!.Metadata.Protocols.Contains(Protocol.RestJson1))
            {
                continue;
            }

            services++;
            unexpected.AddRange(result.Diagnostics.Select(d => $"{d.Id} {d.Span} {string.Join(" | ", d.Arguments)}"));
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(path));
            Assert.Equal(
                json.RootElement.GetProperty("operations").EnumerateObject().Count(),
                result.Model.Operations.Count
            );
            Assert.Equal(json.RootElement.GetProperty("shapes").EnumerateObject().Count(), result.Model.Shapes.Count);
        }

        Assert.Empty(unexpected);
        Assert.NotEqual(0, services);
    }

    [Theory]
    [InlineData("input")]
    [InlineData("output")]
    public void Every_rest_json_protocol_suite_is_read_without_a_diagnostic(string direction)
    {
        string path = Repository.DataOrSkip($"protocol-tests/{direction}/rest-json.json");
        JsonArray suites = JsonNode.Parse(File.ReadAllText(path))!.AsArray();

        foreach (JsonObject suite in suites.Select(suite => suite!.AsObject()))
        {
            JsonObject operations = [];
            foreach (JsonNode given in suite["cases"]!.AsArray().Select(test => test!["given"]!))
            {
                operations[(string)given["name"]!] = given.DeepClone();
            }

            JsonObject model = new()
            {
                ["metadata"] = suite["metadata"]!.DeepClone(),
                ["operations"] = operations,
                ["shapes"] = suite["shapes"]!.DeepClone(),
            };
            ReadResult result = ModelReader.Read(
                new ModelSource(new ModelFile("suite.json", model.ToJsonString()), []),
                TestContext.Current.CancellationToken
            );

            Assert.Equal([], result.Diagnostics);
            Assert.Equal(operations.Count, result.Model!.Operations.Count);
        }
    }

    private static ModelSource Load(string path)
    {
        IEnumerable<ModelFile> siblings = Directory
            .EnumerateFiles(Path.GetDirectoryName(path)!, "*.json")
            .Where(sibling => sibling != path)
            .Select(sibling => new ModelFile(sibling, File.ReadAllText(sibling)));
        return new ModelSource(new ModelFile(path, File.ReadAllText(path)), siblings.ToEquatableArray());
    }
}
