using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>The files of a model by their type, each merged with its <c>{type}.sdk-extras.json</c> and parsed once.</summary>
internal sealed class BotocoreFiles(ModelSource source, DiagnosticBag diagnostics, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, JsonObject?> _parsed = [];

    public JsonObject? Service => Get("service-2", source.Service);

    public JsonObject? Paginators => Get("paginators-1");

    public JsonObject? Waiters => Get("waiters-2");

    public JsonObject? EndpointRules => Get("endpoint-rule-set-1");

    private JsonObject? Get(string type) => Get(type, Find($"{type}.json"));

    /// <summary>Null when there is no such file, or nothing in it can be read.</summary>
    private JsonObject? Get(string type, ModelFile? file)
    {
        if (!_parsed.TryGetValue(type, out JsonObject? root))
        {
            root = file is null ? null : Read(file, type);
            _parsed.Add(type, root);
        }

        return root;
    }

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
