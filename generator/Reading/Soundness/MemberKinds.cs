using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

/// <summary>What a member may hold at its place (Smithy: HTTP binding and event stream traits).</summary>
internal static class MemberKinds
{
    private const string HeaderNamePunctuation = "!#$%&'*+-.^_`|~";

    /// <summary>The kind of shape that the member should have; null when it has it.</summary>
    /// <param name="isRpc">The service speaks a protocol without HTTP bindings.</param>
    public static string? Expected(StructureShape structure, Member member, Shape target, ShapeTable shapes, bool isRpc)
    {
        if (structure.IsEventStream)
        {
            return target is StructureShape { IsUnion: false } ? null : "a structure, because it is an event";
        }

        bool isPayload = structure.Payload == member.Name;
        return target is StructureShape { Error: not null } ? "no error"
            : ShapeKinds.HasStream(target, shapes) ? "a structure without a stream"
            : ShapeKinds.IsStream(target) && !isPayload && !(isRpc && ShapeKinds.HasEventsAsBody(structure, target))
                ? "no stream, unless it is the payload"
            : isPayload && !IsPayload(target)
                ? "a structure, union, document, string or blob, because it is the payload"
            : member.JsonValue && target is not StringShape ? "a string, because it holds JSON text"
            : member.IdempotencyToken && target is not StringShape ? "a string, because it is an idempotency token"
            : member.HostLabel && target is not StringShape ? "a string, because it is part of the host"
            : member.EventHeader && !ShapeKinds.IsScalar(target) && target is not BlobShape
                ? "a scalar or a blob, because it is an event header"
            : member.EventPayload && !IsPayload(target)
                ? "a structure, union, string or blob, because it is an event payload"
            : ExpectedAt(member.Location, target, shapes);
    }

    /// <summary>What is wrong with the member's place or name; null when nothing is.</summary>
    /// <param name="names">The places and names of the members before it; this one's are added.</param>
    public static string? Fault(
        StructureShape structure,
        Member member,
        HashSet<(MemberLocation Location, string Name)> names
    )
    {
        string name = member.Location is MemberLocation.Body ? member.JsonName : member.HttpName;
        string unique = name;
        if (member.Location is MemberLocation.Header)
        {
            if (name.Length == 0 || !name.All(IsHeaderNameCharacter))
            {
                return $"cannot be sent as a header named '{name}'; use letters, digits and '-'";
            }

            unique = name.ToUpperInvariant();
        }

        return structure.Payload == member.Name && member.Location is not MemberLocation.Body
                ? "is the payload and also has a location; remove one of the two"
            : structure.Payload is { } payload && payload != member.Name && member.Location is MemberLocation.Body
                ? $"has no place in the message, whose body is the payload '{payload}'; give it a location"
            : !names.Add((member.Location, unique))
                ? $"has the same name '{name}' in the same place as another member; give it another one there"
            : null;
    }

    private static bool IsPayload(Shape target) =>
        target is StructureShape or DocumentShape or StringShape or BlobShape;

    private static string? ExpectedAt(MemberLocation location, Shape target, ShapeTable shapes) =>
        location switch
        {
            MemberLocation.Label when !ShapeKinds.IsScalar(target) => "a scalar, because it is part of the path",
            MemberLocation.Query when !IsQuery(target, shapes) =>
                "a scalar, a list of scalars or a map of strings, because it is sent in the query",
            MemberLocation.Header when !IsScalarOrList(target, shapes) =>
                "a scalar or a list of scalars, because it is a header",
            MemberLocation.PrefixHeaders
                when target is not MapShape map || shapes.Find(map.Value.Target) is not StringShape =>
                "a map of strings, because each entry is a header",
            MemberLocation.StatusCode
                when target is not NumberShape { Kind: NumberKind.Byte or NumberKind.Short or NumberKind.Integer } =>
                "an integer, because it is the status code",
            _ => null,
        };

    private static bool IsQuery(Shape target, ShapeTable shapes) =>
        target is MapShape map
            ? shapes.Find(map.Value.Target) is StringShape
                || (shapes.Find(map.Value.Target) is ListShape list && shapes.Find(list.Member.Target) is StringShape)
            : IsScalarOrList(target, shapes);

    private static bool IsScalarOrList(Shape target, ShapeTable shapes) =>
        ShapeKinds.IsScalar(target is ListShape list ? shapes.Find(list.Member.Target) : target);

    private static bool IsHeaderNameCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || HeaderNamePunctuation.IndexOf(c) >= 0;
}
