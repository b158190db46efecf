using System.Text.Json;
using System.Text.Json.Nodes;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Reading;

public sealed class PublicModelTests
{
    public static MatrixTheoryData<string, string> Suites { get; } =
        new(
            ["input", "output"],
            [
                "ec2",
                "json",
                "json_1_0",
                "json_1_0-query-compatible",
                "query",
                "rest-json",
                "rest-xml",
                "smithy-rpc-v2-cbor",
                "smithy-rpc-v2-cbor-query-compatible",
            ]
        );

    [Fact]
    public void Every_service_without_XML_bindings_is_read_without_a_diagnostic()
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
            if (result.Model!.Metadata.Protocols.Contains(Protocol.RestXml))
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
    [MemberData(nameof(Suites))]
    public void Every_protocol_suite_is_read_without_a_diagnostic(string direction, string protocol)
    {
        string path = Repository.DataOrSkip($"protocol-tests/{direction}/{protocol}.json");
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

    [Fact]
    public void Every_Smithy_model_is_read_without_a_diagnostic_and_with_all_its_operations()
    {
        List<string> unexpected = [];
        string[] paths = [.. Directory.EnumerateFiles(Repository.DataOrSkip("smithy-models"), "*.json")];
        foreach (string path in paths)
        {
            string text = File.ReadAllText(path);
            ReadResult result = ModelReader.Read(
                new ModelSource(new ModelFile(path, text), []),
                TestContext.Current.CancellationToken
            );

            unexpected.AddRange(
                result
                    .Diagnostics.Where(found =>
                        found.Id is not "SSOGEN048" && !found.Arguments.Contains("aws.protocols#httpChecksum")
                    )
                    .Select(found => $"{found.Id} {found.Span} {string.Join(" | ", found.Arguments)}")
            );
            using JsonDocument json = JsonDocument.Parse(text);
            Assert.Equal(
                json.RootElement.GetProperty("shapes")
                    .EnumerateObject()
                    .Count(shape => shape.Value.GetProperty("type").GetString() == "operation"),
                result.Model!.Operations.Count
            );
        }

        Assert.Empty(unexpected);
        Assert.NotEmpty(paths);
    }
}
