using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SsoOidcGen.Planning;
using SsoOidcGen.Planning.Names;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Generating;

public sealed class GeneratedNamesTests
{
    /// <summary>Names that stand beside the types of the operation and the structure <c>Thing</c>.</summary>
    private static readonly string[] BesideThing =
    [
        "ThingInput",
        "ThingOutput",
        "ThingRequest",
        "ThingResponse",
        "ThingOperation",
        "ThingJson",
        "ThingEvents",
        "ThingValidation",
        "ThingWaiter",
        "ThingRequestJson",
        "ThingResponseJson",
        "ThingException",
        "SampleClient",
        "ISampleClient",
        "SampleClientOptions",
        "Sample",
    ];

    private static readonly string[] Members =
    [
        .. ReservedNames
            .Types.Concat(ReservedNames.ExceptionMembers)
            .Concat(ReservedNames.Locals)
            .Concat(["Value", "Unknown", "class", "request", "client", "errors", "page"])
            .Distinct(),
    ];

    [Fact]
    public void Whatever_a_model_calls_its_parts_the_code_compiles_without_a_warning()
    {
        string[] names = [.. ReservedNames.Types.Concat(ReservedNames.ExceptionMembers).Concat(BesideThing).Distinct()];
        string[] operations =
        [
            .. ReservedNames.ExceptionMembers,
            "Operations",
            "Invoke",
            "TryInvoke",
            "Thing",
            "thing",
        ];
        JsonObject shapes = new()
        {
            ["Text"] = JsonNode.Parse("""{"type": "string", "min": 1, "sensitive": true}"""),
            ["Status"] = JsonNode.Parse("""{"type": "integer"}"""),
            ["All"] = Structure(names, static name => name),
            ["Thing"] = Structure([.. Members, .. BesideThing], static _ => "Text"),
            ["OddError"] = Structure(Members, static _ => "Text"),
            ["In"] = Structure(["All", "Thing"], static name => name),
        };
        shapes["OddError"]!["exception"] = true;
        shapes["OddError"]!["members"]!["httpStatus"] = JsonNode.Parse(
            """{"shape": "Status", "location": "statusCode"}"""
        );
        foreach (string name in names)
        {
            shapes[name] = Structure(["Text", "All"], static member => member);
        }

        JsonObject operationList = [];
        foreach (string name in operations)
        {
            operationList[name] = JsonNode.Parse(
                $$"""
                {
                  "http": {"method": "POST", "requestUri": "/"},
                  "input": {"shape": "In"},
                  "output": {"shape": "In"},
                  "errors": [{"shape": "OddError"}]
                }
                """
            );
        }

        Generation generation = SampleService.Generate(operationList, shapes);

        Assert.Empty(generation.Diagnostics.Where(static found => found.Severity >= DiagnosticSeverity.Warning));
        Assert.Empty(generation.CompilerDiagnostics.Select(static found => found.ToString()));
    }

    /// <summary>A type of the same name beside the code that mentions it would hide it.</summary>
    [Fact]
    public void Every_type_that_generated_code_mentions_is_in_the_table()
    {
        Generation[] generations =
        [
            OwnModels.Generate(),
            Generation.Run(ModelText.Folder(Path.Combine(Repository.Root, "tests/SsoOidcGen.Tests/Snapshots/Library"))),
        ];

        IEnumerable<string> mentioned = generations.SelectMany(Mentioned).Distinct();

        Assert.Empty(mentioned.Except(ReservedNames.Types).Order());
    }

    [Fact]
    public void Inputs_and_outputs_are_called_after_their_operation_unless_they_have_another_use()
    {
        Generation generation = SampleService.Generate(
            """
            {
              "Invoke": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "Invocation"}, "output": {"shape": "Result"}},
              "Get": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "Key"}, "output": {"shape": "Thing"}},
              "Delete": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "Key"}},
              "Put": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "PutThing"}}
            }
            """,
            """
            {
              "Text": {"type": "string"},
              "Invocation": {"type": "structure", "members": {"PutRequest": {"shape": "PutRequest"}}},
              "Result": {"type": "structure", "members": {"Things": {"shape": "Things"}}},
              "Things": {"type": "list", "member": {"shape": "Thing"}},
              "Thing": {"type": "structure", "members": {"Name": {"shape": "Text"}}},
              "Key": {"type": "structure", "members": {"Name": {"shape": "Text"}}},
              "PutThing": {"type": "structure", "members": {"Name": {"shape": "Text"}}},
              "PutRequest": {"type": "structure", "members": {"Name": {"shape": "Text"}}}
            }
            """
        );

        Assert.Empty(generation.CompilerDiagnostics);
        string client = generation.Files["Sample.SampleClient/ISampleClient.g.cs"];
        Assert.Contains("Task<InvokeResponse> InvokeAsync(InvokeRequest request,", client);
        Assert.Contains("Task<Thing> GetAsync(Key request,", client);
        Assert.Contains("Task<DeleteResponse> DeleteAsync(Key request,", client);
        Assert.Contains("Task<PutResponse> PutAsync(PutRequest request,", client);
        Diagnostic renamed = Assert.Single(generation.Diagnostics);
        Assert.Equal("SSOGEN061", renamed.Id);
        Assert.Contains("it is called 'PutRequestShape'", renamed.GetMessage());
    }

    [Theory]
    [InlineData("AException", "AException")]
    [InlineData("BError", "BException")]
    [InlineData("CFault", "CException")]
    [InlineData("D", "DException")]
    [InlineData("Error", "ErrorException")]
    public void Errors_are_called_exceptions(string shape, string exception)
    {
        Generation generation = SampleService.Generate(
            $$$"""
            {"Get": {"http": {"method": "POST", "requestUri": "/"}, "errors": [{"shape": "{{{shape}}}"}]}}
            """,
            $$$"""
            {"{{{shape}}}": {"type": "structure", "members": {}, "exception": true}}
            """
        );

        Assert.Empty(generation.CompilerDiagnostics);
        Assert.NotNull(generation.Compilation.GetTypeByMetadataName($"Sample.{exception}"));
    }

    [Fact]
    public void What_a_project_leaves_out_does_not_change_the_names_of_the_rest()
    {
        const string Operations = """
            {
              "Get": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "Key"}},
              "Delete": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "Key"}}
            }
            """;
        string model = $$"""
            {
              "metadata": {"protocol": "rest-json", "serviceId": "Sample", "endpointPrefix": "sample"},
              "operations": {{Operations}},
              "shapes": {"Key": {"type": "structure", "members": {} } }
            }
            """;

        Generation generation = Generation.Run(ModelText.Model("model/service-2.json", model, "Sample||Get|"));

        Assert.Contains("GetAsync(Key request,", generation.Files["Sample.SampleClient/ISampleClient.g.cs"]);
    }

    [Fact]
    public void Wanted_operations_may_have_one_letter_and_blanks_around_them()
    {
        const string Model = """
            {
              "metadata": {"protocol": "rest-json", "serviceId": "Sample", "endpointPrefix": "sample"},
              "operations": {
                "A": {"http": {"method": "POST", "requestUri": "/"}},
                "B": {"http": {"method": "POST", "requestUri": "/"}},
                "C": {"http": {"method": "POST", "requestUri": "/"}}
              },
              "shapes": {}
            }
            """;

        Generation generation = Generation.Run(ModelText.Model("model/service-2.json", Model, "Sample|| A ;; ,B|"));

        Assert.Empty(generation.Diagnostics);
        Assert.Equal(
            ["A", "B"],
            generation
                .Files.Keys.Where(static file => file.Contains("/Operations/"))
                .Select(static file => file[^6..^5])
        );
    }

    private static JsonObject Structure(IEnumerable<string> members, Func<string, string> target) =>
        new()
        {
            ["type"] = "structure",
            ["members"] = new JsonObject(
                members
                    .Distinct()
                    .Select(name =>
                        KeyValuePair.Create<string, JsonNode?>(name, new JsonObject { ["shape"] = target(name) })
                    )
            ),
        };

    private static IEnumerable<string> Mentioned(Generation generation) =>
        generation.Compilation.SyntaxTrees.SelectMany(tree =>
        {
            SemanticModel model = generation.Compilation.GetSemanticModel(tree);
            return tree.GetRoot(TestContext.Current.CancellationToken)
                .DescendantNodes(descendIntoTrivia: true)
                .OfType<SimpleNameSyntax>()
                .Where(static name => !IsQualified(name) && !name.IsVar)
                .Where(name =>
                    TypeOf(model, name) is { ContainingType: null } type && type.DeclaringSyntaxReferences.IsEmpty
                )
                .Select(static name => name.Identifier.Text);
        });

    private static bool IsQualified(SimpleNameSyntax name) =>
        name.Parent switch
        {
            QualifiedNameSyntax qualified => qualified.Right == name,
            AliasQualifiedNameSyntax => true,
            MemberAccessExpressionSyntax access => access.Name == name,
            QualifiedCrefSyntax => name.Parent is QualifiedCrefSyntax { Container: var container } && container != name,
            _ => false,
        };

    private static INamedTypeSymbol? TypeOf(SemanticModel model, SimpleNameSyntax name) =>
        model.GetSymbolInfo(name, TestContext.Current.CancellationToken).Symbol switch
        {
            INamedTypeSymbol type => type,
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor when name.Parent is AttributeSyntax =>
                constructor.ContainingType,
            _ => null,
        };
}
