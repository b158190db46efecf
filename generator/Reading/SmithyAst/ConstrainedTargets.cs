using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>
/// A member may constrain its values more than the shape that it refers to. Constraints belong to shapes, so it gets one
/// of its own, under a name that no other can have.
/// </summary>
internal sealed class ConstrainedTargets
{
    private readonly List<(string Owner, string Role, AstNode Member)> _members = [];

    /// <summary>Remembers a member, or an element of a list or map, if it has constraints.</summary>
    public void Add(string owner, string role, AstNode member)
    {
        if (member.Traits.Json[Trait.Length] is JsonObject || member.Traits.Json[Trait.Range] is JsonObject)
        {
            _members.Add((owner, role, member));
        }
    }

    /// <summary>The shapes that change and those that are added, to be put in by their names.</summary>
    /// <param name="shapes">All shapes as they were read.</param>
    public IReadOnlyList<Shape> Make(IReadOnlyDictionary<string, Shape> shapes)
    {
        List<Shape> made = [];
        foreach (var ofOwner in _members.GroupBy(static found => found.Owner))
        {
            if (!shapes.TryGetValue(ofOwner.Key, out Shape? owner))
            {
                continue;
            }

            Dictionary<string, Shape> own = [];
            foreach ((_, string role, AstNode member) in ofOwner)
            {
                if (
                    TargetOf(owner, role) is { } name
                    && shapes.TryGetValue(name, out Shape? target)
                    && Constrain(target, member) is { } constrained
                    && constrained != target
                )
                {
                    own[role] = constrained with { Name = $"{ofOwner.Key}${role}" };
                }
            }

            made.AddRange(own.Values);
            made.Add(Refer(owner, own));
        }

        return made;
    }

    private static string? TargetOf(Shape owner, string role) =>
        owner switch
        {
            StructureShape structure => structure.Members.FirstOrDefault(member => member.Name == role)?.Target,
            ListShape list => list.Member.Target,
            MapShape map => role == "key" ? map.Key.Target : map.Value.Target,
            _ => null,
        };

    private static Shape Refer(Shape owner, Dictionary<string, Shape> own)
    {
        return owner switch
        {
            StructureShape structure => structure with
            {
                Members = structure
                    .Members.Select(member => member with { Target = Target(member.Name, member.Target) })
                    .ToEquatableArray(),
            },
            ListShape list => list with { Member = Element("member", list.Member) },
            MapShape map => map with { Key = Element("key", map.Key), Value = Element("value", map.Value) },
            _ => owner,
        };

        ElementReference Element(string role, ElementReference element) =>
            element with
            {
                Target = Target(role, element.Target),
            };

        string Target(string role, string target) => own.TryGetValue(role, out Shape? shape) ? shape.Name : target;
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
