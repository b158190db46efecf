using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Emitting;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Inputs;
using SsoOidcGen.Model;
using SsoOidcGen.Planning;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;

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

        IncrementalValuesProvider<ModelInput> inputs = files
            .Collect()
            .SelectMany(InputFile.Group)
            .WithTrackingName(PipelineSteps.Inputs);
        IncrementalValuesProvider<(ModelInput Input, ReadResult Result)> read = inputs
            .Select(static (input, token) => (input, ModelReader.Read(input.Source, token)))
            .WithTrackingName(PipelineSteps.Reading);

        IncrementalValuesProvider<GeneratedService> services = read.Where(static read => read.Result.Model is not null)
            .Select(static (read, _) => (read.Input.Uses, Model: read.Result.Model!, read.Input.Source.Service.Path))
            .WithTrackingName(PipelineSteps.Model)
            .Combine(facts)
            .SelectMany(
                static (of, _) =>
                    of.Left.Uses.Select(use => GeneratedService.Make(of.Left.Model, of.Left.Path, use, of.Right))
            )
            .Collect()
            .SelectMany(GeneratedService.WithoutDuplicates)
            .WithTrackingName(PipelineSteps.Emitting);

        context.RegisterSourceOutput(services.SelectMany(static (service, _) => service.Files), AddSource);
        context.RegisterSourceOutput(
            read.Collect()
                .Combine(services.SelectMany(static (service, _) => service.Diagnostics).Collect())
                .SelectMany(LocateAll),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic())
        );
        ItemMetadata.Register(context, files);
        GeneratedPartitions.Register(context, files);
    }

    internal static void AddSource(SourceProductionContext output, SourceFile file) =>
        output.AddSource(file.HintName, SourceText.From(file.Text, new UTF8Encoding(false)));

    private static IEnumerable<DiagnosticInfo> LocateAll(
        (ImmutableArray<(ModelInput Input, ReadResult Result)> Models, ImmutableArray<DiagnosticInfo> OfClients) found,
        CancellationToken token
    )
    {
        IEnumerable<ModelSource> sources = found.Models.Select(static model => model.Input.Source);
        return found
            .Models.SelectMany(static model => model.Result.Diagnostics)
            .Concat(ModelReader.Locate(found.OfClients, sources, token))
            .Distinct();
    }
}
