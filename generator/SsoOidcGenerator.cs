using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Emitting;
using SsoOidcGen.Inputs;
using SsoOidcGen.Model;
using SsoOidcGen.Planning;
using SsoOidcGen.Reading;

namespace SsoOidcGen;

/// <summary>Turns each <c>AwsServiceModel</c> of a project into a client, its types and its exceptions.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SsoOidcGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<CompilationFacts> facts = context.CompilationProvider.Select(CompilationFacts.Of);
        IncrementalValuesProvider<InputFile> files = context
            .AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Select(InputFile.From)
            .Where(static file => file is not null)!;

        IncrementalValuesProvider<(EquatableArray<PlanOptions> Uses, ReadResult Result)> read = files
            .Collect()
            .SelectMany(InputFile.Group)
            .WithTrackingName(PipelineSteps.Inputs)
            .Select(static (input, token) => (input.Uses, ModelReader.Read(input.Source, token)))
            .WithTrackingName(PipelineSteps.Reading);

        IncrementalValuesProvider<GeneratedService> services = read.Where(static read => read.Result.Model is not null)
            .Select(static (read, _) => (read.Uses, Model: read.Result.Model!))
            .WithTrackingName(PipelineSteps.Model)
            .Combine(facts)
            .SelectMany(
                static (input, token) =>
                    input.Left.Uses.Select(use => GeneratedService.Make(input.Left.Model, use, input.Right))
            )
            .Collect()
            .SelectMany(GeneratedService.WithoutDuplicates)
            .WithTrackingName(PipelineSteps.Emitting);

        context.RegisterSourceOutput(services.SelectMany(static (service, _) => service.Files), AddSource);
        context.RegisterSourceOutput(
            read.SelectMany(static (read, _) => read.Result.Diagnostics)
                .Collect()
                .Combine(services.SelectMany(static (service, _) => service.Diagnostics).Collect()),
            Report
        );
        GeneratedPartitions.Register(context, files);
    }

    private static void AddSource(SourceProductionContext output, SourceFile file) =>
        output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));

    private static void Report(
        SourceProductionContext output,
        (ImmutableArray<DiagnosticInfo> OfModels, ImmutableArray<DiagnosticInfo> OfClients) diagnostics
    )
    {
        foreach (DiagnosticInfo diagnostic in diagnostics.OfModels.Concat(diagnostics.OfClients).Distinct())
        {
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }
}
