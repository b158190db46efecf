using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

internal sealed class ShapeReader(BodyNames names)
{
    private readonly FlattenedShapes _flattened = new();

    /// <summary>Null, with a diagnostic, when the shape cannot be read.</summary>
    public Shape? Read(string name, JsonFields shape)
    {
        if (shape.RequiredText("type") is not { } type)
        {
            return null;
        }

        Vocabulary.Shape.Check(shape);
        Shape? read = type switch
        {
            "structure" when shape.Flag("document") => new DocumentShape(name),
            "structure" => StructureReader.Read(name, shape, names),
            "list" => ReadList(name, shape),
            "map" => ReadMap(name, shape),
            "string" => new StringShape(name)
            {
                EnumValues = shape
                    .Texts("enum")
                    .Select(static value => value.Value)
                    .Distinct()
                    .Select(static value => new EnumValue(value))
                    .ToEquatableArray(),
                MinLength = shape.Integer("min"),
            },
            "integer" => ReadNumber(name, shape, NumberKind.Integer),
            "long" => ReadNumber(name, shape, NumberKind.Long),
            "float" => ReadNumber(name, shape, NumberKind.Float),
            "double" => ReadNumber(name, shape, NumberKind.Double),
            "boolean" => new BooleanShape(name),
            "timestamp" => new TimestampShape(name) { Format = TimestampFormatReader.Read(shape) },
            "blob" => new BlobShape(name)
            {
                Streaming = shape.Flag("streaming"),
                RequiresLength = shape.Flag("requiresLength"),
                MinLength = shape.Integer("min"),
            },
            _ => null,
        };
        if (read is null && type is not ("list" or "map"))
        {
            shape.Diagnostics.Add(ReadingDiagnostics.UnknownShapeType, shape.Json["type"]!.Span, name, type);
        }

        if (read is ListShape or MapShape && names.AreXml && shape.Flag("flattened"))
        {
            _flattened.Add(read);
        }

        return read is null
            ? null
            : read with
            {
                Documentation = shape.Text("documentation") ?? "",
                Sensitive = shape.Flag("sensitive"),
                Deprecated = DeprecationReader.Read(shape),
            };
    }

    /// <summary>What only the whole of the shapes says about one of them; to be called when all have been read.</summary>
    public Shape Complete(Shape shape) => _flattened.Apply(shape);

    private static NumberShape ReadNumber(string name, JsonFields shape, NumberKind kind) =>
        new(name, kind) { Minimum = shape.Number("min") };

    private ListShape? ReadList(string name, JsonFields shape) =>
        ReadElement(shape, "member") is { } member
            ? new ListShape(name, member)
            {
                ElementName = names.AreXml ? shape.Text("locationName") : null,
                Sparse = shape.Flag("sparse"),
                MinLength = shape.Integer("min"),
            }
            : null;

    private MapShape? ReadMap(string name, JsonFields shape) =>
        ReadElement(shape, "key") is { } key && ReadElement(shape, "value") is { } value
            ? new MapShape(name, key, value) { Sparse = shape.Flag("sparse"), MinLength = shape.Integer("min") }
            : null;

    private ElementReference? ReadElement(JsonFields shape, string role)
    {
        if (shape.RequiredObject(role) is not { } element || element.RequiredText("shape") is not { } target)
        {
            return null;
        }

        Vocabulary.Element.Check(element);
        return new ElementReference(target, TimestampFormatReader.Read(element))
        {
            Xml = XmlTraitsReader.Read(element, names),
        };
    }
}
