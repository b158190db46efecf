using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SsoOidcGen.Emitting;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Incrementality;

/// <summary>What runs again after an edit, told by the driver's own record of steps.</summary>
public sealed class IncrementalityTests
{
    private static readonly string[] Steps =
    [
        PipelineSteps.Inputs,
        PipelineSteps.Reading,
        PipelineSteps.Model,
        PipelineSteps.Emitting,
    ];

    private static readonly string Oidc = File.ReadAllText(Path.Combine(OwnModels.OidcFolder, "service-2.json"));
    private static readonly string Portal = File.ReadAllText(Path.Combine(OwnModels.PortalFolder, "service-2.json"));

    private static readonly ModelText[] PortalSiblings =
    [
        .. new[] { "endpoint-rule-set-1", "paginators-1", "waiters-2" }.Select(static name =>
            ModelText.Sibling($"portal/{name}.json", SiblingText(name))
        ),
    ];

    private readonly ModelText _oidc = ModelText.Model("oidc/service-2.json", Oidc, "SsoOidc|||");
    private readonly CSharpCompilation _project = Generation.CreateCompilation();

    [Fact]
    public void The_first_run_is_all_new()
    {
        GeneratorRunResult run = Run(Driver(), _project);

        Assert.All(
            Steps,
            step => Assert.All(Reasons(run, step), reason => Assert.Equal(IncrementalStepRunReason.New, reason))
        );
        Assert.NotEmpty(run.GeneratedSources);
    }

    [Fact]
    public void After_an_unrelated_edit_no_step_runs()
    {
        GeneratorDriver driver = Driver().RunGenerators(_project);

        GeneratorRunResult run = Run(
            driver,
            _project.AddSyntaxTrees(
                CSharpSyntaxTree.ParseText("class Unrelated;", new CSharpParseOptions(LanguageVersion.CSharp12))
            )
        );

        Assert.All(Steps, step => AssertUntouched(run, step));
        Assert.All(OutputReasons(run), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_reformatted_model_is_read_and_nothing_is_emitted()
    {
        GeneratorDriver driver = Driver().RunGenerators(_project);
        string reformatted = JsonNode.Parse(Oidc)!.ToJsonString(new JsonSerializerOptions { WriteIndented = false });

        GeneratorRunResult run = Run(Edit(driver, reformatted), _project);

        Assert.Contains(IncrementalStepRunReason.Modified, Reasons(run, PipelineSteps.Inputs));
        AssertUntouched(run, PipelineSteps.Model);
        AssertUntouched(run, PipelineSteps.Emitting);
        Assert.All(OutputReasons(run), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_changed_model_is_emitted_and_the_other_is_not()
    {
        GeneratorDriver driver = Driver().RunGenerators(_project);
        JsonNode changed = JsonNode.Parse(Oidc)!;
        changed["shapes"]!["CreateTokenRequest"]!["members"]!["audience"] = new JsonObject { ["shape"] = "URI" };

        GeneratorRunResult run = Run(Edit(driver, changed.ToJsonString()), _project);

        IncrementalStepRunReason[] emitted = Reasons(run, PipelineSteps.Emitting);
        Assert.Equal(1, emitted.Count(static reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(
            1,
            emitted.Count(static reason =>
                reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached
            )
        );
        Assert.Contains(
            "Audience",
            run.GeneratedSources.Single(static source =>
                    source.HintName.EndsWith("/CreateToken.g.cs", StringComparison.Ordinal)
                )
                .SourceText.ToString()
        );
    }

    [Fact]
    public void After_a_change_only_the_files_that_differ_are_handed_over_again()
    {
        GeneratorDriver driver = Driver().RunGenerators(_project);
        JsonNode changed = JsonNode.Parse(Oidc)!;
        changed["shapes"]!["CreateTokenRequest"]!["members"]!["audience"] = new JsonObject { ["shape"] = "URI" };

        GeneratorRunResult run = Run(Edit(driver, changed.ToJsonString()), _project);

        Assert.Equal(1, OutputReasons(run).Count(static reason => reason == IncrementalStepRunReason.Modified));
    }

    [Theory]
    [InlineData(
        "paginators-1",
        "output_token\": \"nextToken\"",
        "output_token\": \"nextToken || nextToken\"",
        "/Paginators/ListAccounts.g.cs"
    )]
    [InlineData("waiters-2", "\"delay\": 1", "\"delay\": 2", "/Waiters/AccountsListed.g.cs")]
    [InlineData("endpoint-rule-set-1", "portal.sso", "portal2.sso", "/EndpointRules.g.cs")]
    public void A_changed_file_beside_a_model_changes_what_it_is_about_and_no_other_client(
        string name,
        string from,
        string to,
        string changed
    )
    {
        GeneratorDriver driver = Driver().RunGenerators(_project);
        ModelText sibling = PortalSiblings.Single(text => text.Path == $"portal/{name}.json");
        string text = sibling.GetText().ToString();
        Assert.Contains(from, text);

        GeneratorRunResult run = Run(
            driver.ReplaceAdditionalText(
                sibling,
                ModelText.Sibling(sibling.Path, text.Replace(from, to, StringComparison.Ordinal))
            ),
            _project
        );

        Assert.Single(Reasons(run, PipelineSteps.Emitting), IncrementalStepRunReason.Modified);
        string[] modified =
        [
            .. run
                .TrackedOutputSteps.Values.SelectMany(static steps => steps)
                .Where(static step =>
                    step.Outputs.Any(static output =>
                        output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)
                    )
                )
                .SelectMany(static step => step.Inputs)
                .Select(static input => input.Source.Outputs[input.OutputIndex].Value)
                .OfType<SourceFile>()
                .Select(static file => file.HintName),
        ];
        Assert.Contains(modified, file => file.EndsWith(changed, StringComparison.Ordinal));
        Assert.All(modified, static file => Assert.StartsWith("Portal.", file));
    }

    [Theory]
    [InlineData("paginators-1")]
    [InlineData("waiters-2")]
    [InlineData("endpoint-rule-set-1")]
    public void A_reformatted_file_beside_a_model_changes_nothing(string name)
    {
        GeneratorDriver driver = Driver().RunGenerators(_project);
        ModelText sibling = PortalSiblings.Single(text => text.Path == $"portal/{name}.json");
        string reformatted = JsonNode.Parse(sibling.GetText().ToString())!.ToJsonString();

        GeneratorRunResult run = Run(
            driver.ReplaceAdditionalText(sibling, ModelText.Sibling(sibling.Path, reformatted)),
            _project
        );

        Assert.Contains(IncrementalStepRunReason.Modified, Reasons(run, PipelineSteps.Inputs));
        AssertUntouched(run, PipelineSteps.Model);
        AssertUntouched(run, PipelineSteps.Emitting);
        Assert.All(OutputReasons(run), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void No_value_that_is_kept_between_runs_holds_an_object_of_the_compiler()
    {
        GeneratorRunResult run = Run(Driver(), _project);

        foreach (string step in Steps)
        {
            foreach ((object value, _) in run.TrackedSteps[step].SelectMany(static tracked => tracked.Outputs))
            {
                Assert.Empty(CompilerObjects.In(value));
            }
        }
    }

    private static string SiblingText(string name) =>
        name == "waiters-2"
            ? """
                {
                  "version": 2,
                  "waiters": {
                    "AccountsListed": {
                      "operation": "ListAccounts", "delay": 1, "maxAttempts": 3,
                      "acceptors": [{ "state": "success", "matcher": "status", "expected": 200 }]
                    }
                  }
                }
                """
            : File.ReadAllText(Path.Combine(OwnModels.PortalFolder, name + ".json"));

    private GeneratorDriver Driver() =>
        Generation.CreateDriver(
            [_oidc, ModelText.Model("portal/service-2.json", Portal, "Portal|||"), .. PortalSiblings],
            tracksSteps: true
        );

    private GeneratorDriver Edit(GeneratorDriver driver, string text) =>
        driver.ReplaceAdditionalText(_oidc, ModelText.Model(_oidc.Path, text, "SsoOidc|||"));

    private static GeneratorRunResult Run(GeneratorDriver driver, Compilation project) =>
        driver.RunGenerators(project).GetRunResult().Results.Single();

    private static IncrementalStepRunReason[] Reasons(GeneratorRunResult run, string step) =>
        [
            .. run.TrackedSteps[step]
                .SelectMany(static tracked => tracked.Outputs)
                .Select(static output => output.Reason),
        ];

    private static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult run) =>
        run
            .TrackedOutputSteps.Values.SelectMany(static steps => steps)
            .SelectMany(static step => step.Outputs)
            .Select(static output => output.Reason);

    private static void AssertUntouched(GeneratorRunResult run, string step) =>
        Assert.All(
            Reasons(run, step),
            static reason =>
                Assert.True(
                    reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged,
                    reason.ToString()
                )
        );
}
