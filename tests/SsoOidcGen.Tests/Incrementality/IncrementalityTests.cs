using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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

    private GeneratorDriver Driver() =>
        Generation.CreateDriver(
            [_oidc, ModelText.Model("portal/service-2.json", Portal, "Portal|||")],
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
