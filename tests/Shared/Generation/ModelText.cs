using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SsoOidcGen.Testing;

/// <summary>A file of a model as the compiler sees it, with the metadata that the build's targets give it.</summary>
internal sealed class ModelText(string path, string text, IReadOnlyDictionary<string, string> metadata) : AdditionalText
{
    public override string Path { get; } = path;

    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata;

    public static ModelText Model(string path, string text, string uses = "|||") =>
        new(path, text, new Dictionary<string, string> { ["AwsModelKind"] = "Model", ["AwsModelUses"] = uses });

    /// <summary>A file of a model that has several.</summary>
    public static ModelText Part(string model, string path, string text, string uses = "|||") =>
        new(
            path,
            text,
            new Dictionary<string, string>
            {
                ["AwsModelKind"] = "Model",
                ["AwsModelUses"] = uses,
                ["AwsModelGroup"] = model,
            }
        );

    public static ModelText Sibling(string path, string text) =>
        new(path, text, new Dictionary<string, string> { ["AwsModelKind"] = "Sibling" });

    public static ModelText Project(string path, string text) =>
        new(path, text, new Dictionary<string, string> { ["AwsModelKind"] = "Project" });

    /// <summary>The model of a folder, and the files beside it.</summary>
    /// <param name="uses"><c>namespace|client|operations|accessibility</c></param>
    public static IReadOnlyList<ModelText> Folder(string folder, string uses = "|||") =>
        [
            .. Directory
                .EnumerateFiles(folder, "*.json")
                .Order(StringComparer.Ordinal)
                .Select(path =>
                    System.IO.Path.GetFileName(path) == "service-2.json"
                        ? Model(path, File.ReadAllText(path), uses)
                        : Sibling(path, File.ReadAllText(path))
                ),
        ];

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
