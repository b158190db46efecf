using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>
/// A member may constrain its values more than the shape that it refers to. Constraints belong to shapes, so it gets one
/// of its own, under a name that no other can have.
/// </summary>
internal sealed class ConstrainedTargets(ShapeIndex shapes, ShapeNames names, IReadOnlyDictionary<string, Shape> read)
{
    private readonly List<Shape> _own = [];

    /// <summary>The shapes that were made for members.</summary>
    public IReadOnlyList<Shape> Own => _own;

    public Shape Apply(Shape shape)
    {
        if (shapes.Find(names.IdOf(shape.Name)) is not { } declared)
        {
            return shape;
        }

        switch (shape)
        {
            case StructureShape structure when Members(declared).Any(IsConstrained):
                return structure with
                {
                    Members = structure
                        .Members.Select(member =>
                            member with
                            {
                                Target = Target(
                                    declared,
                                    shape.Name,
                                    member.Name,
                                    member.Target,
                                    "members",
                                    member.Name
                                ),
                            }
                        )
                        .ToEquatableArray(),
                };
            case ListShape list:
                return list with { Member = Element(declared, shape.Name, list.Member, "member") };
            case MapShape map:
                return map with
                {
                    Key = Element(declared, shape.Name, map.Key, "key"),
                    Value = Element(declared, shape.Name, map.Value, "value"),
                };
            default:
                return shape;
        }
    }

    private static IEnumerable<JsonValue> Members(AstNode shape) =>
        (shape.Json["members"] as JsonObject)?.Properties.Select(static member => member.Value) ?? [];

    private static bool IsConstrained(JsonValue member) =>
        member is JsonObject { } node
        && node["traits"] is JsonObject traits
        && (traits[Trait.Length] is JsonObject || traits[Trait.Range] is JsonObject);

    private ElementReference Element(AstNode declared, string owner, ElementReference element, string role)
    {
        string target = Target(declared, owner, role, element.Target, role);
        return target == element.Target ? element : element with { Target = target };
    }

    private string Target(AstNode declared, string owner, string member, string target, params string[] path)
    {
        if (
            declared.Json.Locate(path) is not JsonObject json
            || !IsConstrained(json)
            || !read.TryGetValue(target, out Shape? shape)
            || Constrain(shape, new AstNode(json, declared.Diagnostics)) is not { } constrained
            || constrained == shape
        )
        {
            return target;
        }

        string name = $"{owner}${member}";
        _own.Add(constrained with { Name = name });
        return name;
    }

    private static Shape? Constrain(Shape shape, AstNode member)
    {
        JsonFields? length = member.Object(Trait.Length);
        JsonFields? range = member.Object(Trait.Range);
        return shape switch
        {
            NumberShape number when range is not null => number with { Minimum = range?.Number("min") },
            StringShape text when length is not null => text with { MinLength = length?.Integer("min") },
            BlobShape blob when length is not null => blob with { MinLength = length?.Integer("min") },
            ListShape list when length is not null => list with { MinLength = length?.Integer("min") },
            MapShape map when length is not null => map with { MinLength = length?.Integer("min") },
            _ => null,
        };
    }
}
