using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading;

/// <summary>The files of a model by their type, each merged with its <c>{type}.sdk-extras.json</c>.</summary>
internal sealed class ModelFiles(ModelSource source, DiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    public JsonObject? ReadService() => Read(source.Service, "service-2");

    /// <summary>Null when there is no such file, or nothing in it can be read.</summary>
    public JsonObject? ReadSibling(string type) => Find($"{type}.json") is { } file ? Read(file, type) : null;

    private JsonObject? Read(ModelFile file, string type)
    {
        JsonObject? root = Parse(file);
        return
            root is not null
            && Find($"{type}.sdk-extras.json") is { } extrasFile
            && Parse(extrasFile) is { } extras
            && new JsonFields(extras, diagnostics).RequiredObject("merge") is { } changes
            ? JsonMerge.Merge(root, changes.Json)
            : root;
    }

    private JsonObject? Parse(ModelFile file)
    {
        JsonValue? root = JsonParser.Parse(new JsonFile(file.Path, file.Text), diagnostics, cancellationToken);
        if (root is not null and not JsonObject)
        {
            diagnostics.Add(ReadingDiagnostics.WrongValue, root.StartSpan, FileName(file.Path), "an object", root.Kind);
        }

        return root as JsonObject;
    }

    private ModelFile? Find(string name) => source.Siblings.FirstOrDefault(file => FileName(file.Path) == name);

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
