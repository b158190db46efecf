using SsoOidcGen.Testing;
using SsoOidcGen.Tests.Reading;

namespace SsoOidcGen.Tests.EndpointRules;

/// <summary>Settings of S3's client that the environment and the shared config have names for, and one that they have none for.</summary>
public sealed class SharedSettingsTests
{
    [Fact]
    public void Where_they_are_looked_for_is_what_was_accepted()
    {
        const string Flag = """{"documentation": "A setting.", "type": "boolean"}""";
        string[] names =
        [
            "Accelerate",
            "DisableMultiRegionAccessPoints",
            "DisableS3ExpressSessionAuth",
            "ForcePathStyle",
            "UseArnRegion",
            "Other",
        ];
        string settings = string.Join(", ", names.Select(static name => $"\"{name}\": {Flag}"));
        string parameters = string.Join(
            ", ",
            names.Select(static name => $$"""{{Quoted(name)}}: {"type": "boolean"}""")
        );
        string model = ModelReading.Model(
            shapes: "{}",
            operations: """{"Get": {"http": {"method": "GET", "requestUri": "/"}}}"""
        );

        Generation generation = Generation.Run(
            ModelText.Model(
                "model/service-2.json",
                $$"""{"clientContextParams": { {{settings}} }, {{model.TrimStart()[1..]}}""",
                "Sample|DepotClient||"
            ),
            ModelText.Sibling(
                "model/endpoint-rule-set-1.json",
                RuleSetReading.RuleSet(
                    """{"type": "endpoint", "conditions": [], "endpoint": {"url": "https://depot"}}""",
                    $$"""{ {{parameters}} }"""
                )
            )
        );

        Assert.Empty(generation.Diagnostics);
        Snapshot.Matches(
            generation.Files["Sample.DepotClient/DepotClientOptions.g.cs"],
            "SsoOidcGen.Tests/EndpointRules/SharedSettings.verified.cs"
        );
    }

    private static string Quoted(string text) => $"\"{text}\"";
}
