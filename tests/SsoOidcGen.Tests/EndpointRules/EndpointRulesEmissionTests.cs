using System.Reflection;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Testing;
using SsoOidcGen.Tests.Reading;

namespace SsoOidcGen.Tests.EndpointRules;

public sealed class EndpointRulesEmissionTests
{
    private const string Client = "Sample.UsersClient";

    private static readonly Lazy<Generation> Everything = new(() =>
        Generate(
            File.ReadAllText(Path.Combine(Repository.Root, "tests/SsoOidcGen.Tests/EndpointRules/everything.json"))
        )
    );

    private static readonly Lazy<Func<EndpointContext, Endpoint>> Resolve = new(() =>
        Everything
            .Value.Load()
            .GetType(Client + "EndpointRules", throwOnError: true)!
            .GetMethod("Resolve", BindingFlags.Public | BindingFlags.Static)!
            .CreateDelegate<Func<EndpointContext, Endpoint>>()
    );

    private static readonly EndpointContext Frankfurt = new() { Region = "eu-central-1" };

    [Fact]
    public void The_whole_language_becomes_readable_code()
    {
        Snapshot.Matches(
            Everything.Value.Files[Client + "/EndpointRules.g.cs"],
            "SsoOidcGen.Tests/EndpointRules/Everything.verified.cs"
        );

        Assert.Empty(Everything.Value.CompilerDiagnostics);
    }

    [Fact]
    public void What_is_known_already_is_folded_away()
    {
        Generation folding = Generate(
            File.ReadAllText(Path.Combine(Repository.Root, "tests/SsoOidcGen.Tests/EndpointRules/folding.json"))
        );

        Snapshot.Matches(
            folding.Files[Client + "/EndpointRules.g.cs"],
            "SsoOidcGen.Tests/EndpointRules/Folding.verified.cs"
        );
        Assert.Empty(folding.Diagnostics);
        Assert.Empty(folding.CompilerDiagnostics);
    }

    [Fact]
    public void The_partition_of_a_region_that_is_not_set_is_aws()
    {
        const string Rule = """
            {
              "type": "endpoint",
              "conditions": [{"fn": "aws.partition", "argv": [{"ref": "Region"}], "assign": "Partition"}],
              "endpoint": {"url": "https://global.{Partition#dnsSuffix}"}
            }
            """;

        Generation generation = Generate(
            RuleSetReading.RuleSet(Rule, """{"Region": {"type": "string", "builtIn": "AWS::Region"}}""")
        );

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
        Func<EndpointContext, Endpoint> resolve = generation
            .Load()
            .GetType(Client + "EndpointRules", throwOnError: true)!
            .GetMethod("Resolve", BindingFlags.Public | BindingFlags.Static)!
            .CreateDelegate<Func<EndpointContext, Endpoint>>();
        Assert.Equal("https://global.amazonaws.com/", resolve(new EndpointContext()).Url.AbsoluteUri);
        Assert.Equal(
            "https://global.amazonaws.com.cn/",
            resolve(new EndpointContext { Region = "cn-north-1" }).Url.AbsoluteUri
        );
    }

    [Fact]
    public void The_rules_of_the_flagship_become_readable_code()
    {
        string rules = Path.Combine(Repository.Root, "model/sso-oidc/2019-06-10/endpoint-rule-set-1.json");

        string code = Generate(File.ReadAllText(rules)).Files[Client + "/EndpointRules.g.cs"];

        Snapshot.Matches(code, "SsoOidcGen.Tests/EndpointRules/SsoOidc.verified.cs");
    }

    [Fact]
    public void A_required_parameter_without_a_default_must_be_given()
    {
        EndpointException error = Assert.Throws<EndpointException>(() => Resolve.Value(new EndpointContext()));

        Assert.Contains("'Region'", error.Message);
    }

    [Theory]
    [InlineData(true, false, "https://control.eu-central-1.example")]
    [InlineData(true, true, "https://prod.example/a/")]
    [InlineData(false, false, "https://prod.example/a/")]
    [InlineData(null, false, "https://prod.example/a/")]
    public void An_optional_flag_counts_when_it_is_set(bool? isControlPlane, bool useFips, string url) =>
        Assert.Equal(
            url,
            Resolve.Value((Frankfurt with { UseFips = useFips }).With("IsControlPlane", isControlPlane)).ToString()
        );

    [Fact]
    public void Headers_take_parts_of_an_arn_and_keep_doubled_braces()
    {
        Endpoint endpoint = Resolve.Value(Frankfurt.With("Bucket", "arn:aws:s3:eu-west-1:123456789012:bucket/b"));

        Assert.Equal("https://b.eu-west-1.amazonaws.com", endpoint.ToString());
        Assert.Equal(["123456789012"], endpoint.Headers["x-amz-account-id"]);
        Assert.Equal(["{braces}", "\"quoted\""], endpoint.Headers["x-literal"]);
    }

    [Fact]
    public void An_error_rule_throws_its_message() =>
        Assert.Equal(
            "'b--x3' ends with --x3",
            Assert.Throws<EndpointException>(() => Resolve.Value(Frankfurt.With("Bucket", "b--x3"))).Message
        );

    [Fact]
    public void Signing_schemes_and_properties_reach_the_endpoint()
    {
        Endpoint endpoint = Resolve.Value((Frankfurt with { UseFips = true }).With("Bucket", "bucket"));

        Assert.Equal(["sigv4a", "sigv4"], endpoint.AuthSchemes.Select(scheme => scheme.Name));
        Assert.Equal(["*"], endpoint.AuthSchemes[0].SigningRegionSet);
        Assert.True(endpoint.AuthSchemes[0].DisableNormalizePath);
        Assert.Equal("eu-central-1", endpoint.AuthSchemes[1].SigningRegion);
        Assert.True(endpoint.AuthSchemes[1].DisableDoubleEncoding);
        Assert.Equal("Sample", endpoint.Properties["backend"]);
        var nested = Assert.IsType<IReadOnlyDictionary<string, object>>(
            endpoint.Properties["nested"],
            exactMatch: false
        );
        Assert.Equal([1d, true, "eu-central-1"], Assert.IsType<object[]>(nested["list"]));
    }

    [Theory]
    [InlineData("split", null, false, "https://split.example/s3:::last")]
    [InlineData("choose", null, false, "https://eu.example")]
    [InlineData("choose", "-", true, "https://--fips.example")]
    public void Functions_of_version_1_1_work(string stage, string? bucket, bool useFips, string url)
    {
        EndpointContext context = (Frankfurt with { UseFips = useFips })
            .With("Stage", stage)
            .With("Bucket", bucket)
            .With("ArnList", ["arn:aws:s3:::first", "arn:aws:s3:::last"]);

        Assert.Equal(url, Resolve.Value(context).ToString());
    }

    [Fact]
    public void When_no_rule_applies_the_service_is_named() =>
        Assert.Contains(
            "Users",
            Assert.Throws<EndpointException>(() => Resolve.Value(Frankfurt.With("Stage", "not_a_label"))).Message
        );

    [Fact]
    public void A_long_rule_set_is_cut_into_methods_of_bounded_length()
    {
        string rules = string.Join(
            ", ",
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    $$"""
                        {
                          "type": "tree",
                          "conditions": [{"fn": "stringEquals", "argv": [{"ref": "Region"}, "r{{i}}"]}],
                          "rules": [{{string.Join(", ", Enumerable.Range(0, 10).Select(j => Leaf(i, j)))}}]
                        }
                        """
                )
        );

        Generation generation = Generate(
            RuleSetReading.RuleSet(
                rules,
                """{"Region": {"type": "string", "required": true}, "UseFIPS": {"type": "boolean", "required": true}}"""
            )
        );

        Assert.Empty(generation.CompilerDiagnostics);
        string code = generation.Files[Client + "/EndpointRules.g.cs"];
        Assert.InRange(code.Split("\n    private static Endpoint").Max(method => method.Count(c => c == '\n')), 1, 300);
    }

    private static string Leaf(int i, int j) =>
        $$"""
            {
              "type": "endpoint",
              "conditions": [{"fn": "isValidHostLabel", "argv": ["a{{j}}{Region}", {"ref": "UseFIPS"}]}],
              "endpoint": {"url": "https://{{i}}-{{j}}.example"}
            }
            """;

    private static Generation Generate(string rules) =>
        Generation.Run(
            ModelText.Model("model/service-2.json", ModelReading.Model(), "Sample|UsersClient||"),
            ModelText.Sibling("model/endpoint-rule-set-1.json", rules)
        );
}
