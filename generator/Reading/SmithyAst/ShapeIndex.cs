using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Finds shapes by their ids, with all that mixins and <c>apply</c> statements add to them.</summary>
internal sealed class ShapeIndex
{
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly AppliedTraits _applied;
    private readonly MixinReader _mixins;

    private ShapeIndex(DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _applied = new AppliedTraits(diagnostics);
        _mixins = new MixinReader(this, _applied, diagnostics);
    }

    /// <summary>The ids of all services.</summary>
    public IEnumerable<string> Services =>
        _entries
            .Where(static shape =>
                (shape.Value.Declaration.Value as JsonObject)?["type"] is JsonString { Value: "service" }
            )
            .Select(static shape => shape.Key);

    /// <param name="files">The files of one model.</param>
    public static ShapeIndex Of(IEnumerable<JsonObject> files, DiagnosticBag diagnostics)
    {
        ShapeIndex index = new(diagnostics);
        foreach (
            JsonProperty shape in files.SelectMany(file =>
                new JsonFields(file, diagnostics).Object("shapes")?.Json.Properties ?? []
            )
        )
        {
            index.Add(shape);
        }

        return index;
    }

    /// <summary>As the file has it; null when there is no such shape.</summary>
    public JsonProperty? Declaration(string id) =>
        _entries.TryGetValue(id, out Entry? entry) ? entry.Declaration : null;

    /// <summary>The shape with all its members and traits; null when there is no such shape.</summary>
    public AstNode? Find(string id)
    {
        if (!_entries.TryGetValue(id, out Entry? entry))
        {
            return null;
        }

        if (!entry.IsComplete)
        {
            entry.Shape = Complete(id, entry.Declaration) is { } shape ? new AstNode(shape, _diagnostics) : null;
            entry.IsComplete = true;
        }

        return entry.Shape;
    }

    /// <summary>Reports what is applied to shapes that do not exist.</summary>
    public void CheckApplied() => _applied.Check(id => Find(id)?.Json);

    private void Add(JsonProperty shape)
    {
        if (shape.Value is JsonObject json && json["type"] is JsonString { Value: "apply" })
        {
            _applied.Add(shape);
        }
        else if (!_entries.TryGetValue(shape.Name, out Entry? earlier))
        {
            _entries.Add(shape.Name, new Entry(shape));
        }
        else if (!JsonEquality.AreEqual(earlier.Declaration.Value, shape.Value))
        {
            _diagnostics.Add(ReadingDiagnostics.ConflictingDefinitions, shape.NameSpan, $"Shape '{shape.Name}'");
        }
    }

    private JsonObject? Complete(string id, JsonProperty declared)
    {
        if (declared.Value is not JsonObject shape)
        {
            _diagnostics.Add(
                ReadingDiagnostics.WrongValue,
                declared.Value.StartSpan,
                id,
                "an object",
                declared.Value.Kind
            );
            return null;
        }

        return shape["mixins"] is not null || _applied.Concern(id) ? _mixins.Complete(id, shape) : shape;
    }

    private sealed class Entry(JsonProperty declaration)
    {
        public JsonProperty Declaration => declaration;

        public bool IsComplete { get; set; }

        public AstNode? Shape { get; set; }
    }
}
