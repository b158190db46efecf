using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Planning;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;

namespace SsoOidcGen.Inputs;

/// <summary>An additional file that the build's targets mark as a model, as a file beside one, as the project that lists it, or as the table of partitions.</summary>
internal sealed record InputFile(ModelFile File, InputKind Kind, EquatableArray<PlanOptions> Uses)
{
    /// <summary>What the files of one model have in common, percent-encoded; empty for a model of one file.</summary>
    public string Model { get; init; } = "";

    private const string KindMetadata = "build_metadata.AdditionalFiles.AwsModelKind";
    private const string UsesMetadata = "build_metadata.AdditionalFiles.AwsModelUses";
    private const string GroupMetadata = "build_metadata.AdditionalFiles.AwsModelGroup";
    private const string RootNamespaceProperty = "build_property.RootNamespace";

    public static InputFile? From(
        (AdditionalText Text, AnalyzerConfigOptionsProvider Options) input,
        CancellationToken cancellationToken
    )
    {
        AnalyzerConfigOptions options = input.Options.GetOptions(input.Text);
        if (
            !options.TryGetValue(KindMetadata, out string? kindName)
            || !Enum.TryParse(kindName, ignoreCase: true, out InputKind kind)
        )
        {
            return null;
        }

        string text = input.Text.GetText(cancellationToken)?.ToString() ?? "";
        options.TryGetValue(UsesMetadata, out string? uses);
        input.Options.GlobalOptions.TryGetValue(RootNamespaceProperty, out string? rootNamespace);
        options.TryGetValue(GroupMetadata, out string? group);
        return new InputFile(
            new ModelFile(input.Text.Path, text),
            kind,
            ParseUses(uses ?? "", NullIfEmpty(rootNamespace ?? ""))
        )
        {
            Model = group ?? "",
        };
    }

    /// <summary>Each model with its other files and those of its folder.</summary>
    public static IEnumerable<ModelInput> Group(ImmutableArray<InputFile> files, CancellationToken cancellationToken)
    {
        ILookup<string, ModelFile> siblings = files
            .Where(static file => file.Kind == InputKind.Sibling)
            .ToLookup(static file => Folder(file), static file => file.File);
        return files
            .Where(static file => file.Kind == InputKind.Model)
            .GroupBy(static file => file.Model.Length > 0 ? file.Model : file.File.Path)
            .Select(static group => group.OrderBy(static file => file.File.Path, StringComparer.Ordinal).ToArray())
            .Select(model => new ModelInput(
                new ModelSource(
                    model[0].File,
                    siblings[Folder(model[0])]
                        .OrderBy(static sibling => sibling.Path, StringComparer.Ordinal)
                        .ToEquatableArray()
                )
                {
                    Parts = model.Skip(1).Select(static file => file.File).ToEquatableArray(),
                },
                UsesOf(model)
            ));
    }

    /// <summary>What any file of a model asks for counts once; a file that asks for nothing is there for the others.</summary>
    private static EquatableArray<PlanOptions> UsesOf(InputFile[] model)
    {
        PlanOptions[] uses = [.. model.SelectMany(static file => file.Uses).Distinct()];
        PlanOptions[] wanted =
        [
            .. uses.Where(static use => use != new PlanOptions { RootNamespace = use.RootNamespace }),
        ];
        return model.Length == 1 ? model[0].Uses
            : wanted.Length > 0 ? wanted.ToEquatableArray()
            : uses.ToEquatableArray();
    }

    /// <summary>
    /// <c>namespace|client|operations|accessibility[|protocol[|fakes]]</c>, several joined by <c>&amp;</c>, each part percent-encoded: the
    /// file that carries them to the compiler would end at a semicolon or a number sign.
    /// </summary>
    private static EquatableArray<PlanOptions> ParseUses(string uses, string? rootNamespace) =>
        uses.Split(['&'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static use => use.Split('|').Select(Uri.UnescapeDataString).ToArray())
            .Where(static parts => parts.Length >= 4)
            .Select(parts => new PlanOptions
            {
                RootNamespace = rootNamespace,
                Namespace = NullIfEmpty(parts[0]),
                ClientName = NullIfEmpty(parts[1]),
                Operations = parts[2]
                    .Split([';', ','], StringSplitOptions.RemoveEmptyEntries)
                    .Select(static name => name.Trim())
                    .Where(static name => name.Length > 0)
                    .ToEquatableArray(),
                Accessibility = NullIfEmpty(parts[3])?.ToLowerInvariant() ?? "public",
                Protocol = parts.Length > 4 ? NullIfEmpty(parts[4]) : null,
                Fakes = (parts.Length > 5 ? NullIfEmpty(parts[5])?.ToLowerInvariant() : null) ?? "false",
            })
            .ToEquatableArray();

    private static string Folder(InputFile file) => Path.GetDirectoryName(file.File.Path) ?? "";

    private static string? NullIfEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
