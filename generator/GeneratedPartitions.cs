using Microsoft.CodeAnalysis;
using SsoOidcGen.Emitting.Partitions;
using SsoOidcGen.Inputs;
using SsoOidcGen.Planning.Partitions;
using SsoOidcGen.Reading.Partitions;

namespace SsoOidcGen;

/// <summary>The table of partitions, which only the runtime's own project compiles in.</summary>
internal static class GeneratedPartitions
{
    public static void Register(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<InputFile> files
    )
    {
        IncrementalValuesProvider<PartitionsResult> read = files
            .Where(static file => file.Kind == InputKind.Partitions)
            .Select(static (file, token) => PartitionsReader.Read(file.File, token));

        context.RegisterSourceOutput(
            read.Select(static (result, _) => result.Partitions).Where(static partitions => partitions.Count > 0),
            static (output, partitions) =>
                SsoOidcGenerator.AddSource(output, PartitionsEmitter.Emit(PartitionsPlanner.Plan(partitions)))
        );
        context.RegisterSourceOutput(
            read.SelectMany(static (result, _) => result.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic())
        );
    }
}
