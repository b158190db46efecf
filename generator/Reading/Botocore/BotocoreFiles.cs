using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>The files of a model by their type, each merged with its <c>{type}.sdk-extras.json</c> and parsed once.</summary>
/// <param name="service">The content of the main file.</param>
/// <param name="source">The files beside it.</param>
internal sealed class BotocoreFiles(
    JsonObject service,
    ModelSource source,
    DiagnosticBag diagnostics,
    CancellationToken cancellationToken
)
{
    private readonly Dictionary<string, JsonObject?> _parsed = [];
    private JsonObject? _service;

    public JsonObject Service => _service ??= WithExtras(service, "service-2");

    public JsonObject? Paginators => Get("paginators-1");

    public JsonObject? Waiters => Get("waiters-2");

    public JsonObject? EndpointRules => Get("endpoint-rule-set-1");

    /// <summary>Null when there is no such file, or nothing in it can be read.</summary>
    private JsonObject? Get(string type)
    {
        if (!_parsed.TryGetValue(type, out JsonObject? root))
        {
            root = Find($"{type}.json") is { } file && Parse(file) is { } own ? WithExtras(own, type) : null;
            _parsed.Add(type, root);
        }

        return root;
    }

    private JsonObject WithExtras(JsonObject root, string type) =>
        Find($"{type}.sdk-extras.json") is { } extrasFile
        && Parse(extrasFile) is { } extras
        && new JsonFields(extras, diagnostics).RequiredObject("merge") is { } changes
            ? JsonMerge.Merge(root, changes.Json)
            : root;

    private JsonObject? Parse(ModelFile file) => JsonRoot.Parse(file, diagnostics, cancellationToken);

    private ModelFile? Find(string name) => source.Siblings.FirstOrDefault(file => file.Name == name);
}
