using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>A shape, a member or an element: an object whose traits say more about it.</summary>
internal readonly struct AstNode
{
    private static readonly JsonObject NoTraits = new(new JsonFile("", ""), 0, 0, JsonPropertyList.Empty);

    public AstNode(JsonObject json, DiagnosticBag diagnostics)
    {
        Fields = new JsonFields(json, diagnostics);
        Traits = Fields.Object("traits") ?? new JsonFields(NoTraits, diagnostics);
    }

    public JsonFields Fields { get; }

    /// <summary>The traits by their ids.</summary>
    public JsonFields Traits { get; }

    public DiagnosticBag Diagnostics => Fields.Diagnostics;

    public JsonObject Json => Fields.Json;

    public string? Type => Fields.RequiredText("type");

    public bool IsMixin => Traits.Has(Trait.Mixin);

    /// <summary>An annotation: a trait that says all by being there.</summary>
    public bool Has(string annotation) => Traits.Get<JsonObject>(annotation, "an object") is not null;

    public string? Text(string trait) => Traits.Text(trait);

    public JsonFields? Object(string trait) => Traits.Object(trait);

    /// <summary>The id that a property refers to; null, with a diagnostic, when there is none.</summary>
    public JsonString? RequiredTarget(string property) => Target(Fields.RequiredObject(property));

    /// <summary>The id that a property refers to; null when there is no such property.</summary>
    public JsonString? FindTarget(string property) => Target(Fields.Object(property));

    /// <summary>The ids that the entries of a list refer to.</summary>
    public IEnumerable<JsonString> Targets(string property)
    {
        foreach (JsonObject item in Fields.Items<JsonObject>(property, "an object"))
        {
            if (Target(new JsonFields(item, Diagnostics)) is { } target)
            {
                yield return target;
            }
        }
    }

    /// <summary>What the node itself refers to, as members and elements do.</summary>
    public JsonString? Target() => Target(Fields);

    /// <summary>The members with their names.</summary>
    public IEnumerable<(JsonProperty Property, AstNode Node)> Members()
    {
        foreach ((JsonProperty property, JsonFields fields) in Fields.Entries("members"))
        {
            yield return (property, new AstNode(fields.Json, Diagnostics));
        }
    }

    /// <summary>The ids that the members refer to.</summary>
    public IEnumerable<JsonString> MemberTargets()
    {
        foreach ((_, JsonFields member) in Fields.Entries("members"))
        {
            if (Target(member) is { } target)
            {
                yield return target;
            }
        }
    }

    private static JsonString? Target(JsonFields? reference) => reference?.Require<JsonString>("target", "a shape id");
}
