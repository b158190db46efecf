using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>Decides which C# type stands for a shape.</summary>
internal sealed class TypePlanner(IReadOnlyDictionary<string, Shape> shapes, TypeNames names, HashSet<string> validated)
{
    public TypePlan Plan(string shapeName, MemberLocation location, TimestampFormat? format = null) =>
        shapes[shapeName] switch
        {
            StringShape { EnumValues.Count: > 0 } shape => new EnumType(names.OfShape(shape.Name)),
            StringShape shape => new StringType(shape.MinLength),
            BooleanShape => new BooleanType(),
            NumberShape shape => new NumberType(shape.Kind, shape.Minimum),
            TimestampShape shape => new TimestampType(format ?? shape.Format ?? DefaultFormat(location)),
            BlobShape { Streaming: true } shape => new StreamType(shape.RequiresLength),
            BlobShape shape => new BlobType(shape.MinLength),
            DocumentShape => new DocumentType(),
            ListShape list => new ListType(
                Plan(list.Member.Target, location, list.Member.TimestampFormat),
                list.Sparse,
                list.MinLength
            ),
            MapShape map => new MapType(
                Plan(map.Value.Target, location, map.Value.TimestampFormat),
                map.Sparse,
                map.MinLength,
                shapes[map.Key.Target].Sensitive
            ),
            StructureShape { IsEventStream: true } shape => new EventStreamType(PlanShape(shape)),
            StructureShape shape => PlanShape(shape),
            Shape shape => throw new InvalidOperationException($"No C# type is planned for {shape.GetType().Name}."),
        };

    private ShapeType PlanShape(StructureShape shape) =>
        new(names.OfShape(shape.Name), shape.IsUnion, validated.Contains(shape.Name));

    /// <summary>restJson1: epoch seconds in JSON, HTTP dates in headers, RFC 3339 in paths and queries.</summary>
    private static TimestampFormat DefaultFormat(MemberLocation location) =>
        location switch
        {
            MemberLocation.Body => TimestampFormat.EpochSeconds,
            MemberLocation.Header or MemberLocation.PrefixHeaders => TimestampFormat.HttpDate,
            _ => TimestampFormat.DateTime,
        };
}
