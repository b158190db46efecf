using System.Reflection;
using System.Text.Json.Nodes;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Generating;

/// <summary>Objects with so many members that their names are told apart by length first.</summary>
public sealed class ManyMembersTests
{
    // Same lengths with another end or beginning, one in two bytes for each character, and one that is a keyword.
    private static readonly string[] s_names =
    [
        "alpha",
        "alphb",
        "blpha",
        "a",
        "b",
        "class",
        "größe",
        "vpcId",
        .. Enumerable.Range(0, 20).Select(static number => $"member{number}"),
    ];

    [Fact]
    public async Task Each_member_gets_its_own_value_and_others_are_skipped()
    {
        JsonObject members = [.. s_names.Select(Member)];
        Generation generation = SampleService.Generate(
            JsonNode.Parse(
                """{"Get": {"http": {"method": "GET", "requestUri": "/"}, "authtype": "none", "output": {"shape": "Thing"}}}"""
            )!,
            new JsonObject
            {
                ["Text"] = new JsonObject { ["type"] = "string" },
                ["Thing"] = new JsonObject { ["type"] = "structure", ["members"] = members },
            }
        );
        Assert.Empty(generation.Diagnostics);
        Assert.Equal("", string.Join('\n', generation.CompilerDiagnostics));
        Assembly code = generation.Load();
        JsonObject body = [.. s_names.Select(static name => KeyValuePair.Create(name, (JsonNode?)$"{name}!"))];
        body["alphc"] = "unknown, but as long as others";
        body["much longer than any other"] = new JsonObject { ["alpha"] = "not here" };

        object thing = await SampleService.CallAsync(
            code,
            "Get",
            new HttpResponseMessage { Content = new StringContent(body.ToJsonString()) }
        );

        Assert.Equal(
            s_names.Select(static name => name + "!").Order(),
            thing.GetType().GetProperties().Select(property => property.GetValue(thing)).OfType<string>().Order()
        );
    }

    private static KeyValuePair<string, JsonNode?> Member(string name, int index) =>
        new($"m{index}", new JsonObject { ["shape"] = "Text", ["locationName"] = name });
}
