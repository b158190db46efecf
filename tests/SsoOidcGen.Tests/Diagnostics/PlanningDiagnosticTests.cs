using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Diagnostics;

/// <summary>What planning finds is reported at its token, though planning knows no positions.</summary>
public sealed class PlanningDiagnosticTests
{
    [Theory]
    [InlineData("||||restJson1", null)]
    [InlineData("||||RESTJSON1", null)]
    [InlineData("||||restXml", "SSOGEN069")]
    [InlineData("||||json", "SSOGEN069")]
    public void The_wanted_protocol_must_be_one_that_the_service_speaks(string uses, string? id)
    {
        Generation generation = Run(Model("{}", "{}"), uses);

        Assert.Equal(id, generation.Diagnostics.SingleOrDefault()?.Id);
        Assert.Equal(id is null, generation.Files.Count > 0);
    }

    [Theory]
    [InlineData("||||", "Cbor")]
    [InlineData("||||awsJson1_0", "Json")]
    public void Of_several_protocols_CBOR_comes_first_unless_metadata_says_otherwise(string uses, string format)
    {
        Generation generation = Run(
            Model("{}", "{}")
                .Replace(
                    "\"rest-json\"",
                    "\"json\", \"protocols\": [\"json\", \"smithy-rpc-v2-cbor\"]",
                    StringComparison.Ordinal
                ),
            uses
        );

        Assert.Contains(
            generation.Files.Values,
            text => text.Contains($"Errors = ErrorFormat.{format},", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void SSOGEN009_a_document_that_CBOR_cannot_hold_points_at_its_shape() =>
        AssertAt(
            "SSOGEN009",
            "\"Doc\": {",
            offset: "\"Doc\": ".Length,
            "model/service-2.json",
            Run(
                Model(
                        """{ "Ping": { "http": { "method": "POST", "requestUri": "/" }, "input": { "shape": "In" } } }""",
                        """{ "In": { "type": "structure", "members": { "d": { "shape": "Doc" } } }, "Doc": { "type": "structure", "document": true, "members": {} } }"""
                    )
                    .Replace("rest-json", "smithy-rpc-v2-cbor", StringComparison.Ordinal)
            )
        );

    [Fact]
    public void SSOGEN060_an_unknown_operation_points_at_the_operations() =>
        AssertAt(
            "SSOGEN060",
            "\"operations\": {",
            offset: "\"operations\": ".Length,
            "model/service-2.json",
            Run(Model("""{ "Ping": { "http": { "method": "GET", "requestUri": "/" } } }""", "{}"), uses: "||Pong|")
        );

    [Fact]
    public void SSOGEN061_a_renamed_type_points_at_its_shape() =>
        AssertAt(
            "SSOGEN061",
            "\"Task\": {",
            offset: "\"Task\": ".Length,
            "model/service-2.json",
            Run(
                Model(
                    """{ "Ping": { "http": { "method": "POST", "requestUri": "/" }, "input": { "shape": "In" } } }""",
                    """{ "In": { "type": "structure", "members": { "task": { "shape": "Task" } } }, "Task": { "type": "structure", "members": {} } }"""
                )
            )
        );

    [Fact]
    public void SSOGEN061_a_renamed_exception_points_at_its_shape_and_still_ends_like_one()
    {
        Generation generation = Run(
            Model(
                """{ "Ping": { "http": { "method": "POST", "requestUri": "/" }, "errors": [{ "shape": "ServiceException" }] } }""",
                """{ "ServiceException": { "type": "structure", "exception": true, "members": {} } }"""
            )
        );

        AssertAt(
            "SSOGEN061",
            "\"ServiceException\": {",
            offset: "\"ServiceException\": ".Length,
            "model/service-2.json",
            generation
        );
        Assert.Contains("Sample.SampleClient/Exceptions/ServiceErrorException.g.cs", generation.Files.Keys);
    }

    [Fact]
    public void SSOGEN072_an_operation_whose_model_is_silent_about_what_it_needs_points_at_itself() =>
        AssertAt(
            "SSOGEN072",
            "\"RunInstances\": {",
            offset: "\"RunInstances\": ".Length,
            "model/service-2.json",
            Run(
                Model("""{ "RunInstances": { "http": { "method": "POST", "requestUri": "/" } } }""", "{}")
                    .Replace("\"Sample\"", "\"EC2\"", StringComparison.Ordinal)
            )
        );

    /// <summary>As <c>docs/special-operations.md</c> lists them.</summary>
    [Theory]
    [InlineData("EC2", "RunInstances CopySnapshot")]
    [InlineData("Auto Scaling", "CreateLaunchConfiguration")]
    [InlineData(
        "RDS",
        "CopyDBSnapshot CopyDBClusterSnapshot CreateDBCluster CreateDBInstanceReadReplica StartDBInstanceAutomatedBackupsReplication"
    )]
    [InlineData("Neptune", "CopyDBClusterSnapshot CreateDBCluster")]
    [InlineData("DocDB", "CopyDBClusterSnapshot CreateDBCluster")]
    [InlineData(
        "IAM",
        "CreateRole GetAccountAuthorizationDetails GetGroupPolicy GetPolicyVersion GetRole GetRolePolicy GetUserPolicy ListPolicyVersions ListRoles"
    )]
    [InlineData("SWF", "PollForActivityTask PollForDecisionTask")]
    [InlineData("SFN", "GetActivityTask")]
    [InlineData("Other", "")]
    public void SSOGEN072_is_said_of_these_operations(string service, string expected)
    {
        string[] all =
        [
            .. "RunInstances CopySnapshot CreateLaunchConfiguration CopyDBSnapshot CopyDBClusterSnapshot".Split(' '),
            .. "CreateDBCluster CreateDBInstanceReadReplica StartDBInstanceAutomatedBackupsReplication".Split(' '),
            .. "CreateRole GetAccountAuthorizationDetails GetGroupPolicy GetPolicyVersion GetRole".Split(' '),
            .. "GetRolePolicy GetUserPolicy ListPolicyVersions ListRoles PollForActivityTask".Split(' '),
            .. "PollForDecisionTask GetActivityTask".Split(' '),
        ];
        string operations = string.Join(
            ", ",
            all.Select(static name => $$"""{{Quoted(name)}}: { "http": { "method": "POST", "requestUri": "/" } }""")
        );

        Generation generation = Run(
            Model($"{{ {operations} }}", "{}").Replace("\"Sample\"", Quoted(service), StringComparison.Ordinal)
        );

        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            generation
                .Diagnostics.Where(static found => found.Id == "SSOGEN072")
                .Select(static found => found.GetMessage().Split('\'')[1])
                .Order()
        );

        static string Quoted(string text) => '"' + text + '"';
    }

    [Fact]
    public void SSOGEN063_the_second_model_for_one_namespace_points_at_its_start()
    {
        string model = Model("{}", "{}");
        Generation generation = Generation.Run(
            ModelText.Model("first/service-2.json", model, "A|C||"),
            ModelText.Model("second/service-2.json", model, "A|D||")
        );

        FileLinePositionSpan place = generation
            .Diagnostics.Single(static found => found.Id == "SSOGEN063")
            .Location.GetLineSpan();

        Assert.Equal(
            ("second/service-2.json", 0, 0),
            (place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character)
        );
    }

    [Fact]
    public void SSOGEN066_a_paginator_without_a_CSharp_form_points_at_its_entry()
    {
        const string Paginators = """
            {
              "pagination": {
                "ListThings": { "input_token": "next", "output_token": "next", "result_key": "free.items" }
              }
            }
            """;

        AssertAt(
            "SSOGEN066",
            "\"ListThings\": {",
            "\"ListThings\": ".Length,
            "model/paginators-1.json",
            Run(Things, sibling: ("paginators-1.json", Paginators))
        );
    }

    [Fact]
    public void SSOGEN067_an_endpoint_parameter_without_a_CSharp_form_points_at_its_path() =>
        AssertAt(
            "SSOGEN067",
            "\"Name\": {",
            "\"Name\": ".Length,
            "model/service-2.json",
            Run(
                Model(
                    """
                    {
                      "Ping": {
                        "http": { "method": "POST", "requestUri": "/" }, "input": { "shape": "In" },
                        "operationContextParams": { "Name": { "path": "inner.[a, b]" } }
                      }
                    }
                    """,
                    """
                    {
                      "In": { "type": "structure", "members": { "inner": { "shape": "Inner" } } },
                      "Inner": { "type": "structure", "members": { "a": { "shape": "Text" }, "b": { "shape": "Text" } } },
                      "Text": { "type": "string" }
                    }
                    """
                ),
                sibling: (
                    "endpoint-rule-set-1.json",
                    """
                    {
                      "version": "1.0",
                      "parameters": { "Name": { "type": "stringArray", "required": false, "documentation": "" } },
                      "rules": [{ "conditions": [], "endpoint": { "url": "https://example.com" }, "type": "endpoint" }]
                    }
                    """
                )
            )
        );

    [Fact]
    public void SSOGEN068_a_waiter_without_a_CSharp_form_points_at_its_entry()
    {
        const string Waiters = """
            {
              "version": 2,
              "waiters": {
                "ThingsDone": {
                  "operation": "ListThings", "delay": 1, "maxAttempts": 2,
                  "acceptors": [{ "state": "success", "matcher": "pathAll", "argument": "counts", "expected": 3 }]
                }
              }
            }
            """;

        AssertAt(
            "SSOGEN068",
            "\"ThingsDone\": {",
            "\"ThingsDone\": ".Length,
            "model/waiters-2.json",
            Run(Things, sibling: ("waiters-2.json", Waiters))
        );
    }

    [Theory]
    [InlineData("My-Sso|||", "The Namespace 'My-Sso' ")]
    [InlineData("My..Sso|||", "The Namespace 'My..Sso' ")]
    [InlineData("My.class|||", "The Namespace 'My.class' ")]
    [InlineData("My%26Sso%3B%23|||", "The Namespace 'My&Sso;#' ")]
    [InlineData("My|Sso Client||", "The ClientName 'Sso Client' ")]
    [InlineData("My|string||", "The ClientName 'string' ")]
    [InlineData("My||Ping|pubic", "The Accessibility 'pubic' ")]
    [InlineData("My||Ping|||yes", "The Fakes 'yes' ")]
    public void SSOGEN069_metadata_without_a_CSharp_form_points_at_the_start_of_the_model(string uses, string message)
    {
        Generation generation = Run(
            Model("""{ "Ping": { "http": { "method": "GET", "requestUri": "/" } } }""", "{}"),
            uses
        );

        Diagnostic diagnostic = Assert.Single(generation.Diagnostics);
        Assert.Equal("SSOGEN069", diagnostic.Id);
        Assert.StartsWith(message, diagnostic.GetMessage());
        Assert.Equal("model/service-2.json", diagnostic.Location.GetLineSpan().Path);
        Assert.Empty(generation.Files);
    }

    [Fact]
    public void SSOGEN071_metadata_that_no_item_has_points_at_its_name_in_the_project()
    {
        const string Project = """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <AwsServiceModel Include="model/service-2.json" Operation="CreateToken" Link="model">
                  <namespace>My.Sso</namespace>
                  <Colour>red</Colour>
                </AwsServiceModel>
                <Compile Include="x" Operation="y" />
              </ItemGroup>
            </Project>
            """;

        Diagnostic[] found = [.. Generation.Run(ModelText.Project("app.csproj", Project)).Diagnostics];

        Assert.All(found, static diagnostic => Assert.Equal("SSOGEN071", diagnostic.Id));
        Assert.Equal(
            [
                ("Operation", "did you mean 'Operations'?"),
                ("Colour", "use one of Namespace, ClientName, Operations, Accessibility, Protocol, Model, Fakes"),
            ],
            found.Select(diagnostic =>
                (
                    Project.Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length),
                    diagnostic.GetMessage().Split("; ")[1]
                )
            )
        );
        Assert.Equal(new LinePosition(2, 52), found[0].Location.GetLineSpan().StartLinePosition);
        Assert.Empty(Generation.Run(ModelText.Project("app.csproj", "<Project")).Diagnostics);
    }

    /// <summary>What MSBuild and the SDK know on every item, besides the metadata of this one.</summary>
    [Fact]
    public void SSOGEN071_is_not_said_of_metadata_of_every_item()
    {
        string[] names =
        [
            .. "Condition CopyToOutputDirectory CopyToPublishDirectory DependentUpon Exclude Include KeepDuplicates".Split(
                ' '
            ),
            .. "KeepMetadata Label Link LinkBase MatchOnMetadata MatchOnMetadataOptions Pack PackagePath Remove".Split(
                ' '
            ),
            .. "RemoveMetadata Update Visible".Split(' '),
            .. "Namespace ClientName Operations Accessibility Protocol Model Fakes".Split(' '),
        ];
        string attributes = string.Join(' ', names.Select(static name => name + "=\"x\""));

        Generation generation = Generation.Run(
            ModelText.Project(
                "app.csproj",
                $"<Project><ItemGroup><AwsServiceModel {attributes} /></ItemGroup></Project>"
            )
        );

        Assert.Empty(generation.Diagnostics);
    }

    [Fact]
    public void A_project_file_that_declares_a_document_type_is_left_to_MSBuild() =>
        Assert.Empty(
            Generation
                .Run(
                    ModelText.Project(
                        "app.csproj",
                        "<!DOCTYPE Project [<!ENTITY a \"b\">]><Project><AwsServiceModel Colour=\"red\" /></Project>"
                    )
                )
                .Diagnostics
        );

    private static string Things { get; } =
        Model(
            """{ "ListThings": { "http": { "method": "GET", "requestUri": "/" }, "input": { "shape": "In" }, "output": { "shape": "Out" } } }""",
            """
            {
              "In": { "type": "structure", "members": { "next": { "shape": "Text", "location": "querystring", "locationName": "next" } } },
              "Out": { "type": "structure", "members": { "things": { "shape": "TextList" }, "next": { "shape": "Text" }, "counts": { "shape": "Counts" }, "free": { "shape": "Free" } } },
              "Count": { "type": "integer" },
              "Counts": { "type": "list", "member": { "shape": "Count" } },
              "Free": { "type": "structure", "document": true, "members": {} },
              "Text": { "type": "string" },
              "TextList": { "type": "list", "member": { "shape": "Text" } }
            }
            """
        );

    private static string Model(string operations, string shapes)
    {
        JsonObject model = new()
        {
            ["version"] = "2.0",
            ["metadata"] = new JsonObject
            {
                ["apiVersion"] = "2026-01-01",
                ["endpointPrefix"] = "sample",
                ["protocol"] = "rest-json",
                ["serviceFullName"] = "Sample",
                ["serviceId"] = "Sample",
                ["signatureVersion"] = "v4",
            },
            ["operations"] = JsonNode.Parse(operations),
            ["shapes"] = JsonNode.Parse(shapes),
        };
        return model.ToJsonString(new() { WriteIndented = true, NewLine = "\n" });
    }

    private static Generation Run(string model, string uses = "|||", (string Name, string Text)? sibling = null) =>
        Generation.Run(
            sibling is { } file
                ?
                [
                    ModelText.Model("model/service-2.json", model, uses),
                    ModelText.Sibling("model/" + file.Name, file.Text),
                ]
                : [ModelText.Model("model/service-2.json", model, uses)]
        );

    /// <summary>The diagnostic stands where <paramref name="text"/> does in the file, some characters on.</summary>
    private static void AssertAt(string id, string text, int offset, string path, Generation generation)
    {
        Diagnostic diagnostic = Assert.Single(generation.Diagnostics, found => found.Id == id);
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        string file = generation.Texts.Single(found => found.Path == path).GetText().ToString();
        string[] lines = file.Split('\n');
        int line = Array.FindIndex(lines, found => found.Contains(text, StringComparison.Ordinal));

        Assert.Equal(path, place.Path);
        Assert.Equal(
            (line, lines[line].IndexOf(text, StringComparison.Ordinal) + offset),
            (place.StartLinePosition.Line, place.StartLinePosition.Character)
        );
        Assert.Empty(generation.CompilerDiagnostics);
    }
}
