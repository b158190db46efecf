using SsoOidcGen.Model;
using SsoOidcGen.Plan;
using SsoOidcGen.Planning.Protocols;

namespace SsoOidcGen.Planning;

/// <summary>Decides which C# type stands for a shape.</summary>
internal sealed class TypePlanner(
    IReadOnlyDictionary<string, Shape> shapes,
    TypeNames names,
    HashSet<string> validated,
    SensitiveShapes sensitive,
    IReadOnlyCollection<string> idsWithPaths,
    ProtocolRow protocol
)
{
    public TypePlan Plan(string shapeName, MemberLocation location, TimestampFormat? format = null) =>
        shapes[shapeName] switch
        {
            StringShape { EnumValues.Count: > 0 } shape => new EnumType(names.OfShape(shape.Name))
            {
                IsSensitive = shape.Sensitive,
            },
            StringShape shape => new StringType(shape.MinLength) { IsIdWithPath = idsWithPaths.Contains(shape.Name) },
            BooleanShape => new BooleanType(),
            NumberShape shape => new NumberType(KindOf(shape.Kind), shape.Minimum)
            {
                EventHeader = NarrowOf(shape.Kind),
            },
            TimestampShape shape => new TimestampType(EncodingOf(format ?? shape.Format, location)),
            BlobShape { Streaming: true } shape => new StreamType(shape.RequiresLength),
            BlobShape shape => new BlobType(shape.MinLength),
            DocumentShape => new DocumentType(),
            ListShape list => new ListType(
                Plan(list.Member.Target, location, list.Member.TimestampFormat),
                list.Sparse && protocol.CarriesNulls,
                list.MinLength
            )
            {
                Element = protocol.ItemName(list) is { } name ? ElementOf(list.Member, name) : null,
            },
            MapShape map => new MapType(
                Plan(map.Value.Target, location, map.Value.TimestampFormat),
                map.Sparse && protocol.CarriesNulls,
                map.MinLength,
                map.Sensitive || shapes[map.Key.Target].Sensitive
            )
            {
                KeyElement = ElementOf(map.Key, map.Key.Xml?.Name ?? "key"),
                ValueElement = ElementOf(map.Value, map.Value.Xml?.Name ?? "value"),
            },
            StructureShape { IsEventStream: true } shape => new EventStreamType(PlanShape(shape)),
            StructureShape shape => PlanShape(shape),
            Shape shape => throw new InvalidOperationException($"No C# type is planned for {shape.GetType().Name}."),
        };

    private ElementPlan ElementOf(ElementReference element, string name) =>
        XmlNames.Element(name, element.Xml?.Namespace ?? (shapes[element.Target] as StructureShape)?.Xml?.Namespace);

    private ShapeType PlanShape(StructureShape shape) =>
        new(names.OfShape(shape.Name), shape.IsUnion, validated.Contains(shape.Name), sensitive.AreIn(shape));

    private TimestampEncoding EncodingOf(TimestampFormat? format, MemberLocation location) =>
        format switch
        {
            TimestampFormat.EpochSeconds => TimestampEncoding.EpochSeconds,
            TimestampFormat.DateTime => TimestampEncoding.DateTime,
            TimestampFormat.HttpDate => TimestampEncoding.HttpDate,
            _ => protocol.Timestamps(location),
        };

    private static NarrowInteger? NarrowOf(NumberKind kind) =>
        kind switch
        {
            NumberKind.Byte => NarrowInteger.SByte,
            NumberKind.Short => NarrowInteger.Int16,
            _ => null,
        };

    private static NumericType KindOf(NumberKind kind) =>
        kind switch
        {
            NumberKind.Byte or NumberKind.Short or NumberKind.Integer => NumericType.Int32,
            NumberKind.Long => NumericType.Int64,
            NumberKind.Float => NumericType.Single,
            _ => NumericType.Double,
        };
}
