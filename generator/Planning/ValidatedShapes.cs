using SsoOidcGen.Model;
using SsoOidcGen.Planning.Protocols;

namespace SsoOidcGen.Planning;

/// <summary>Finds the structures of requests in which the model constrains something, at any depth.</summary>
internal static class ValidatedShapes
{
    public static HashSet<string> Find(
        IReadOnlyList<StructureShape> inputs,
        IReadOnlyDictionary<string, Shape> shapes,
        IBindings bindings
    )
    {
        HashSet<string> validated = new(
            inputs
                .Where(shape => shape.IsUnion || shape.Members.Any(member => IsConstrained(member, shapes, bindings)))
                .Select(static shape => shape.Name)
        );
        int before;
        do
        {
            before = validated.Count;
            foreach (StructureShape shape in inputs)
            {
                if (shape.Members.Any(member => Holds(member.Target, validated, shapes)))
                {
                    validated.Add(shape.Name);
                }
            }
        } while (validated.Count > before);

        return validated;
    }

    private static bool IsConstrained(Member member, IReadOnlyDictionary<string, Shape> shapes, IBindings bindings) =>
        member.HostLabel
        || bindings.LocationOf(member) == MemberLocation.Label
        || (
            member.Required && shapes[member.Target] is not (NumberShape or BooleanShape or TimestampShape or BlobShape)
        )
        || HasLimit(shapes[member.Target], shapes);

    private static bool HasLimit(Shape shape, IReadOnlyDictionary<string, Shape> shapes) =>
        shape switch
        {
            StringShape text => text is { MinLength: > 0, EnumValues.Count: 0 },
            BlobShape { Streaming: true } stream => stream.RequiresLength,
            BlobShape blob => blob.MinLength > 0,
            NumberShape number => number.Minimum is not null,
            ListShape list => list.MinLength > 0 || HasLimit(shapes[list.Member.Target], shapes),
            MapShape map => map.MinLength > 0 || HasLimit(shapes[map.Value.Target], shapes),
            _ => false,
        };

    private static bool Holds(string shape, HashSet<string> validated, IReadOnlyDictionary<string, Shape> shapes) =>
        shapes[shape] switch
        {
            // Events are checked one by one when they are sent.
            StructureShape { IsEventStream: true } => false,
            StructureShape structure => validated.Contains(structure.Name),
            ListShape list => Holds(list.Member.Target, validated, shapes),
            MapShape map => Holds(map.Value.Target, validated, shapes),
            _ => false,
        };
}
