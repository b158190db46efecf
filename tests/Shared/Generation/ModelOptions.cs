using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SsoOidcGen.Testing;

/// <summary>
/// Hands the metadata of <see cref="ModelText"/> and the project's root namespace to the generator, as the build's .editorconfig
/// does.
/// </summary>
internal sealed class ModelOptions(string? rootNamespace) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(
            "build_property.",
            rootNamespace is null ? [] : new Dictionary<string, string> { ["RootNamespace"] = rootNamespace }
        );

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        textFile is ModelText model ? new Options("build_metadata.AdditionalFiles.", model.Metadata) : GlobalOptions;

    private sealed class Options(string prefix, IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return key.StartsWith(prefix, StringComparison.Ordinal)
                && values.TryGetValue(key[prefix.Length..], out value);
        }
    }
}
