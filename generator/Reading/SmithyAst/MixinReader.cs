using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Gives shapes what their mixins hold: members and traits, those of a later mixin over those of an earlier one.</summary>
internal sealed class MixinReader(ShapeIndex index, AppliedTraits applied, DiagnosticBag diagnostics)
{
    private const int MaximumDepth = 32;

    private readonly HashSet<string> _open = [];

    public JsonObject Complete(string id, JsonObject shape)
    {
        _open.Add(id);
        JsonObject complete = JsonLayers.Empty(shape);
        foreach (JsonString mixin in new AstNode(shape, diagnostics).Targets("mixins"))
        {
            if (Find(mixin) is { } found)
            {
                complete = Merge(id, complete, Inheritable(found));
            }
        }

        _open.Remove(id);
        complete = Merge(id, complete, shape);
        complete = applied.AddTo(id, complete, shape["traits"] as JsonObject);
        return AddToMembers(id, complete, shape);
    }

    private JsonObject? Find(JsonString mixin)
    {
        if (_open.Contains(mixin.Value) || _open.Count > MaximumDepth)
        {
            diagnostics.Add(ReadingDiagnostics.EndlessContainment, mixin.Span, $"Mixin '{mixin.Value}'");
            return null;
        }

        if (index.Find(mixin.Value) is not { } found)
        {
            diagnostics.AddOnce(ReadingDiagnostics.UnknownShape, mixin.Span, mixin.Value);
            return null;
        }

        if (!found.IsMixin)
        {
            diagnostics.Add(
                ReadingDiagnostics.UnsuitableShape,
                mixin.Span,
                "A mixin",
                "a shape with the trait smithy.api#mixin",
                mixin.Value,
                AstKinds.Describe(found)
            );
            return null;
        }

        return found.Json;
    }

    /// <summary>All but its own kind, the traits that make it a mixin, and those that it keeps for itself.</summary>
    private JsonObject Inheritable(JsonObject mixin)
    {
        JsonPropertyList properties = new();
        foreach (
            JsonProperty property in mixin.Properties.Where(static property =>
                property.Name is not ("type" or "mixins")
            )
        )
        {
            properties.Set(
                property is { Name: "traits", Value: JsonObject traits }
                    ? property.WithValue(InheritableTraits(traits))
                    : property
            );
        }

        return new JsonObject(mixin.File, mixin.Start, mixin.Length, properties);
    }

    private JsonObject InheritableTraits(JsonObject traits)
    {
        HashSet<string> local =
        [
            Trait.Mixin,
            .. new JsonFields(traits, diagnostics)
                .Object(Trait.Mixin)
                ?.Texts("localTraits")
                .Select(static id => id.Value)
                ?? [],
        ];
        return JsonLayers.Over(JsonLayers.Empty(traits), traits.Properties.Where(trait => !local.Contains(trait.Name)));
    }

    private JsonObject Merge(string id, JsonObject lower, JsonObject upper) =>
        JsonLayers.Over(
            JsonLayers.Over(JsonLayers.Empty(upper), lower.Properties),
            upper.Properties.Select(property =>
                (lower[property.Name], property) switch
                {
                    (JsonObject members, { Name: "members", Value: JsonObject more }) => property.WithValue(
                        MergeMembers(id, members, more)
                    ),
                    (JsonObject earlier, { Value: JsonObject later }) when property.Name is not ("input" or "output") =>
                        property.WithValue(JsonLayers.Over(earlier, later.Properties)),
                    (JsonArray earlier, { Value: JsonArray later }) => property.WithValue(
                        JsonLayers.Concatenate(earlier, later)
                    ),
                    _ => property,
                }
            )
        );

    /// <summary>A member that is declared again keeps its position and its target.</summary>
    private JsonObject MergeMembers(string id, JsonObject lower, JsonObject upper) =>
        JsonLayers.Over(
            lower,
            upper.Properties.Select(member =>
                lower.Properties.IndexOf(member.Name) is >= 0 and var at
                && lower.Properties[at] is { Value: JsonObject earlier } first
                && member.Value is JsonObject later
                    ? first.WithValue(MergeMember($"{id}${member.Name}", earlier, later))
                    : member
            )
        );

    private JsonObject MergeMember(string id, JsonObject earlier, JsonObject later)
    {
        if (
            later["target"] is JsonString again
            && earlier["target"] is JsonString target
            && again.Value != target.Value
        )
        {
            diagnostics.Add(ReadingDiagnostics.ConflictingDefinitions, again.Span, $"Member '{id}'");
        }

        return (earlier["traits"], later["traits"]) switch
        {
            (JsonObject lower, JsonObject upper) => JsonLayers.With(
                earlier,
                JsonLayers.Property("traits", JsonLayers.Over(lower, upper.Properties))
            ),
            (null, JsonObject only) => JsonLayers.With(earlier, JsonLayers.Property("traits", only)),
            _ => earlier,
        };
    }

    private JsonObject AddToMembers(string id, JsonObject shape, JsonObject declared)
    {
        if (shape["members"] is JsonObject members)
        {
            JsonObject? own = declared["members"] as JsonObject;
            return JsonLayers.With(
                shape,
                JsonLayers.Property(
                    "members",
                    JsonLayers.Over(
                        members,
                        members.Properties.Select(member => AddToMember(id, member, own?[member.Name]))
                    )
                )
            );
        }

        return JsonLayers.Over(
            shape,
            shape
                .Properties.Where(static property => property.Name is "member" or "key" or "value")
                .Select(element => AddToMember(id, element, declared[element.Name]))
        );
    }

    private JsonProperty AddToMember(string id, JsonProperty member, JsonValue? declared) =>
        member.Value is JsonObject node
            ? member.WithValue(
                applied.AddTo($"{id}${member.Name}", node, (declared as JsonObject)?["traits"] as JsonObject)
            )
            : member;
}
