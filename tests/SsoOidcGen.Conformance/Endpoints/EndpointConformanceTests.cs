using System.Text.Json.Nodes;
using SsoOidcGen.Conformance.Reports;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Endpoints;

/// <summary>Compiles the endpoint rules of models, and runs the public cases of each service through them.</summary>
public sealed class EndpointConformanceTests(ITestOutputHelper output)
{
    private const string NoData = "(no data)";

    /// <summary>In characters.</summary>
    private const int LongRules = 40_000;

    /// <summary>One name stands for missing data, so that its absence is seen as a skipped test.</summary>
    public static TheoryData<string> Services => [.. Repository.DataNames("endpoint-tests").DefaultIfEmpty(NoData)];

    [Theory]
    [MemberData(nameof(Services))]
    public void Rules_of_a_public_model_give_the_expected_endpoints(string service)
    {
        string cases = Repository.DataOrSkip($"endpoint-tests/{service}.json");
        string models = Repository.DataOrSkip($"models/{service}");
        RunCases(Directory.EnumerateDirectories(models).Max(StringComparer.Ordinal)!, CasesIn(cases));
    }

    [Theory]
    [InlineData("sso-oidc")]
    [InlineData("sso")]
    [InlineData("signin")]
    public void Rules_of_a_model_of_this_repository_give_the_expected_endpoints(string service)
    {
        string cases = Repository.DataOrSkip($"endpoint-tests/{service}.json");
        string models = Path.Combine(Repository.Root, "model", service);
        RunCases(
            Directory.EnumerateDirectories(models).Single(),
            [.. CasesIn(cases).Where(static testCase => !IsOfOtherOperations(testCase))]
        );
    }

    /// <summary>Of signing in we have one operation, and the others' parameters are not among those of the rules.</summary>
    private static bool IsOfOtherOperations(JsonNode testCase) =>
        testCase["params"] is JsonObject parameters
        && (parameters.ContainsKey("IsControlPlane") || parameters.ContainsKey("IsOAuthEndpoint"));

    /// <summary>The rules as newer Smithy models have them, with more paths than the generator takes aside.</summary>
    [Theory]
    [MemberData(nameof(Services))]
    public void A_decision_diagram_gives_the_same_endpoints_as_its_rules(string service)
    {
        string cases = Repository.DataOrSkip($"endpoint-tests/{service}.json");
        string models = Repository.DataOrSkip($"models/{service}");
        string model = Directory.EnumerateDirectories(models).Max(StringComparer.Ordinal)!;
        string rules = File.ReadAllText(Path.Combine(model, "endpoint-rule-set-1.json"));
        Assert.SkipWhen(rules.Length > LongRules, "A diagram of so many rules has too many paths.");

        AssertNone(FailuresOf(new CompiledEndpointRules(DecisionDiagram.Compile(rules)), CasesIn(cases)));
    }

    private void RunCases(string model, JsonNode[] cases)
    {
        CompiledEndpointRules rules = new(File.ReadAllText(Path.Combine(model, "endpoint-rule-set-1.json")));

        string[] failures = FailuresOf(rules, cases);

        int passed = cases.Length - failures.Length;
        ConformanceReport.AddEndpointCases(Path.GetRelativePath(Repository.Data, model), passed, cases.Length);
        output.WriteLine($"{passed} of {cases.Length} cases passed; {rules.LineCount} lines of C#.");
        AssertNone(failures);
    }

    private static JsonNode[] CasesIn(string file) =>
        [.. JsonNode.Parse(File.ReadAllText(file))!["testCases"]!.AsArray().OfType<JsonNode>()];

    private static string[] FailuresOf(CompiledEndpointRules rules, JsonNode[] cases) =>
        [.. cases.Select(testCase => Check(rules, testCase)).OfType<string>()];

    private static void AssertNone(string[] failures) =>
        Assert.True(failures.Length == 0, string.Join("\n\n", failures));

    /// <returns>What is wrong; null when the case passes.</returns>
    private static string? Check(CompiledEndpointRules rules, JsonNode testCase)
    {
        string expected = EndpointOutcome.Expected(testCase["expect"]!);
        string actual;
        try
        {
            actual = EndpointOutcome.Of(rules.Resolve(testCase["params"]?.AsObject() ?? []));
        }
        catch (EndpointException error)
        {
            actual = EndpointOutcome.Of(error);
        }

        return actual == expected
            ? null
            : $"""
                {testCase["documentation"]}
                  parameters: {testCase["params"]?.ToJsonString()}
                  expected:   {expected}
                  actual:     {actual}
                """;
    }
}
