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
    ) =>
        StructureSearch.Find(
            inputs,
            shapes,
            shape => shape.IsUnion || shape.Members.Any(member => IsConstrained(member, shapes, bindings))
        );

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
            // The default of JsonElement is no JSON.
            DocumentShape => true,
            ListShape list => list.MinLength > 0 || HasItemLimit(shapes[list.Member.Target], list.Sparse, shapes),
            MapShape map => map.MinLength > 0 || HasItemLimit(shapes[map.Value.Target], map.Sparse, shapes),
            _ => false,
        };

    /// <summary>The default of an enum is no value, which only sparse collections may hold.</summary>
    private static bool HasItemLimit(Shape item, bool isSparse, IReadOnlyDictionary<string, Shape> shapes) =>
        (item is StringShape { EnumValues.Count: > 0 } && !isSparse) || HasLimit(item, shapes);
}
