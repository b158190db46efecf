using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SsoOidcGen.Testing;
using SsoOidcGen.Tests.Snapshots;

namespace SsoOidcGen.Tests.Generating;

public sealed class GeneratedCodeTests
{
    [Fact]
    public void Both_clients_compile_as_CSharp_12_without_a_warning()
    {
        Generation generation = OwnModels.Generate();

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
    }

    [Fact]
    public void Both_clients_compile_in_the_newest_language_without_a_warning()
    {
        CSharpParseOptions newest = new(LanguageVersion.Preview, DocumentationMode.Diagnose);
        Generation generation = OwnModels.Generate();
        CSharpCompilation compilation = Generation
            .CreateCompilation()
            .AddSyntaxTrees(generation.Files.Values.Select(text => CSharpSyntaxTree.ParseText(text, newest)));

        Assert.Empty(compilation.GetDiagnostics().Where(static found => found.Severity >= DiagnosticSeverity.Warning));
    }

    [Theory]
    [InlineData("restJson1")]
    [InlineData("restXml")]
    [InlineData("awsJson1_0")]
    [InlineData("rpcv2Cbor")]
    public void A_model_with_every_kind_of_message_compiles_in_each_protocol(string protocol)
    {
        Generation generation = RoomsModel.Generate(protocol);

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
    }

    [Fact]
    public void Only_what_the_model_leaves_undocumented_needs_a_pragma() =>
        Assert.All(
            OwnModels.Generate().Files.Values,
            static text => Assert.DoesNotContain("#pragma", text.Replace("#pragma warning disable CS1591 // ", ""))
        );

    [Theory]
    [InlineData(null, "SsoOidc")]
    [InlineData("Shop", "Shop.SsoOidc")]
    [InlineData("my-shop.2nd.new", "my_shop._2nd._new.SsoOidc")]
    public void The_default_namespace_begins_with_that_of_the_project(string? root, string expected)
    {
        Generation generation = Generation.Run(Generation.CreateCompilation(), root, OwnModels.Oidc("|||"));

        Assert.Empty(generation.CompilerDiagnostics);
        Assert.NotNull(generation.Compilation.GetTypeByMetadataName(expected + ".SsoOidcClient"));
    }

    [Fact]
    public void Only_the_wanted_operations_and_what_they_reach_are_generated()
    {
        Generation generation = Generation.Run(OwnModels.Oidc("My||StartDeviceAuthorization|internal"));

        Assert.Empty(generation.CompilerDiagnostics);
        string[] operations = [.. generation.Files.Keys.Where(static name => name.Contains("/Operations/"))];
        Assert.Equal(["My.SsoOidcClient/Operations/StartDeviceAuthorization.g.cs"], operations);
        Assert.DoesNotContain(generation.Files.Keys, static name => name.Contains("InvalidGrantException"));
        Assert.DoesNotContain(generation.Files.Values, static text => text.Contains("CreateTokenRequest"));
    }

    [Fact]
    public void An_unknown_operation_is_reported_with_the_likely_one()
    {
        Generation generation = Generation.Run(OwnModels.Oidc("My||CreateTokn,Start*|"));

        Diagnostic diagnostic = Assert.Single(generation.Diagnostics);
        Assert.Equal("SSOGEN060", diagnostic.Id);
        Assert.Contains("did you mean 'CreateToken'?", diagnostic.GetMessage());
        Assert.Contains(
            generation.Files.Keys,
            static name => name.EndsWith("StartDeviceAuthorization.g.cs", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Internal_types_stay_in_their_assembly()
    {
        Generation generation = Generation.Run(OwnModels.Oidc("My|||internal"));

        Assert.Empty(generation.CompilerDiagnostics);
        Assert.Empty(generation.Load().GetExportedTypes());
    }

    [Fact]
    public void One_model_fits_twice_under_two_namespaces()
    {
        Generation generation = Generation.Run(OwnModels.Oidc("A|||&B|||"));

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
        Assert.NotNull(generation.Load().GetType("A.SsoOidcClient"));
        Assert.NotNull(generation.Load().GetType("B.SsoOidcClient"));
    }

    [Fact]
    public void Two_models_for_one_client_are_reported_and_the_first_is_generated()
    {
        Generation generation = Generation.Run([.. OwnModels.Oidc("A|Client||"), .. OwnModels.Portal("A|Client||")]);

        Assert.Equal("SSOGEN063", Assert.Single(generation.Diagnostics).Id);
        Assert.Empty(generation.CompilerDiagnostics);
        Assert.Contains(generation.Files.Keys, static name => name.Contains("CreateToken"));
    }

    [Fact]
    public async Task A_member_that_is_added_to_the_model_becomes_a_property_and_goes_over_the_wire()
    {
        JsonNode model = JsonNode.Parse(File.ReadAllText(Path.Combine(OwnModels.OidcFolder, "service-2.json")))!;
        model["shapes"]!["CreateTokenRequest"]!["members"]!["audience"] = new JsonObject { ["shape"] = "URI" };
        Generation generation = Generation.Run(ModelText.Model("model/service-2.json", model.ToJsonString(), "My|||"));

        string body = await SentBody.OfCreateTokenAsync(generation.Load(), ("Audience", "https://api.example.com"));

        Assert.Contains("\"audience\":\"https://api.example.com\"", body);
    }

    [Fact]
    public void Without_the_runtime_one_diagnostic_says_so()
    {
        CSharpCompilation empty = Generation.CreateCompilation();
        Compilation withoutRuntime = empty.RemoveReferences(
            empty.References.Where(static reference => reference.Display!.Contains("SsoOidcGen.Runtime"))
        );

        GeneratorDriverRunResult result = Generation
            .CreateDriver(OwnModels.Oidc())
            .RunGenerators(withoutRuntime)
            .GetRunResult();

        Assert.Equal("SSOGEN064", Assert.Single(result.Diagnostics).Id);
        Assert.Empty(result.GeneratedTrees);
    }

    [Fact]
    public void An_old_language_version_is_reported_once()
    {
        CSharpParseOptions old = new(LanguageVersion.CSharp11);
        Compilation project = Generation.CreateCompilation().AddSyntaxTrees(CSharpSyntaxTree.ParseText("", old));

        GeneratorDriverRunResult result = Generation
            .CreateDriver([.. OwnModels.Oidc(), .. OwnModels.Portal()])
            .RunGenerators(project)
            .GetRunResult();

        Assert.Equal("SSOGEN065", Assert.Single(result.Diagnostics).Id);
    }
}
