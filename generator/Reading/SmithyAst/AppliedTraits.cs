using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Traits that <c>apply</c> statements add to shapes and members.</summary>
internal sealed class AppliedTraits(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, List<JsonObject>> _byId = [];
    private readonly Dictionary<string, JsonProperty> _statements = [];
    private readonly HashSet<string> _shapes = [];

    /// <param name="statement">The id of a shape or a member, and what is applied to it.</param>
    public void Add(JsonProperty statement)
    {
        if (new JsonFields((JsonObject)statement.Value, diagnostics).RequiredObject("traits") is not { } traits)
        {
            return;
        }

        if (!_byId.TryGetValue(statement.Name, out List<JsonObject>? applied))
        {
            _byId.Add(statement.Name, applied = []);
            _statements.Add(statement.Name, statement);
            _shapes.Add(ShapeId.Split(statement.Name).Shape);
        }

        applied.Add(traits.Json);
    }

    /// <summary>Something is applied to the shape or to a member of it.</summary>
    public bool Concern(string shape) => _shapes.Contains(shape);

    /// <summary>The node with what is applied to it.</summary>
    /// <param name="id">Of the shape or member.</param>
    /// <param name="node">The shape or member with what mixins give it.</param>
    /// <param name="own">The traits that it declares itself, which an equal one may repeat.</param>
    public JsonObject AddTo(string id, JsonObject node, JsonObject? own)
    {
        if (!_byId.TryGetValue(id, out List<JsonObject>? applied))
        {
            return node;
        }

        Dictionary<string, JsonValue> known = (own?.Properties ?? JsonPropertyList.Empty).ToDictionary(
            static trait => trait.Name,
            static trait => trait.Value
        );
        JsonObject traits = node["traits"] as JsonObject ?? JsonLayers.Empty(node);
        foreach (JsonProperty trait in applied.SelectMany(static traits => traits.Properties))
        {
            traits = known.TryGetValue(trait.Name, out JsonValue? earlier)
                ? Repeat(id, traits, trait, earlier)
                : JsonLayers.With(traits, trait);
            known[trait.Name] = traits[trait.Name]!;
        }

        return JsonLayers.With(node, JsonLayers.Property("traits", traits));
    }

    /// <summary>Reports statements about what does not exist.</summary>
    public void Check(Func<string, JsonObject?> find)
    {
        foreach (JsonProperty statement in _statements.Values)
        {
            (string shape, string? member) = ShapeId.Split(statement.Name);
            JsonObject? found = find(shape);
            if (found is null && !Prelude.Has(shape))
            {
                diagnostics.AddOnce(ReadingDiagnostics.UnknownShape, statement.NameSpan, shape);
            }
            else if (member is not null && !HasMember(found, member))
            {
                diagnostics.Add(ReadingDiagnostics.UnknownMember, statement.NameSpan, shape, member);
            }
        }
    }

    private static bool HasMember(JsonObject? shape, string member) =>
        (shape?["members"] as JsonObject)?[member] is not null
        || (member is "member" or "key" or "value" && shape?[member] is not null);

    /// <summary>A trait that is there already: lists go together, and all else has to be equal.</summary>
    private JsonObject Repeat(string id, JsonObject traits, JsonProperty trait, JsonValue earlier)
    {
        if (earlier is JsonArray first && trait.Value is JsonArray second)
        {
            return JsonLayers.With(traits, JsonLayers.Property(trait.Name, JsonLayers.Concatenate(first, second)));
        }

        if (!JsonEquality.AreEqual(earlier, trait.Value))
        {
            diagnostics.Add(
                ReadingDiagnostics.ConflictingDefinitions,
                trait.NameSpan,
                $"Trait '{trait.Name}' of '{id}'"
            );
        }

        return traits;
    }
}
