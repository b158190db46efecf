using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

internal sealed class ShapeReader(AstContext context, ShapeIndex shapes, ConstrainedTargets constrained)
{
    private readonly StructureReader _structures = new(context, shapes, constrained);

    /// <summary>Null, with a diagnostic, when the shape cannot be read.</summary>
    public Shape? Read(string id, string name)
    {
        if (shapes.Find(id) is not { } shape)
        {
            return Prelude.Create(id, name);
        }

        if (shape.Type is not { } type)
        {
            return null;
        }

        Vocabulary.Shape.Check(shape);
        Shape? read = type switch
        {
            "structure" or "union" => _structures.Read(id, name, shape),
            "list" or "set" => ReadList(name, shape),
            "map" => ReadMap(name, shape),
            "string" => new StringShape(name)
            {
                EnumValues = ReadValues(shape),
                MinLength = Minimum(shape),
                MediaType = shape.Text(Trait.MediaType),
            },
            "enum" => new StringShape(name) { EnumValues = ReadMembers(shape) },
            "byte" => ReadNumber(name, shape, NumberKind.Byte),
            "short" => ReadNumber(name, shape, NumberKind.Short),
            "integer" or "intEnum" => ReadNumber(name, shape, NumberKind.Integer),
            "long" => ReadNumber(name, shape, NumberKind.Long),
            "float" => ReadNumber(name, shape, NumberKind.Float),
            "double" => ReadNumber(name, shape, NumberKind.Double),
            "boolean" => new BooleanShape(name),
            "timestamp" => new TimestampShape(name) { Format = TimestampFormatReader.Read(shape) },
            "document" => new DocumentShape(name),
            "blob" => new BlobShape(name)
            {
                Streaming = shape.Has(Trait.Streaming),
                RequiresLength = shape.Has(Trait.RequiresLength),
                MediaType = shape.Text(Trait.MediaType),
                MinLength = Minimum(shape),
            },
            _ => null,
        };
        if (read is null && type is not ("list" or "set" or "map"))
        {
            shape.Diagnostics.Add(ReadingDiagnostics.UnknownShapeType, shape.Json["type"]!.Span, name, type);
        }

        return read is null
            ? null
            : read with
            {
                Documentation = Documentation.Read(shape),
                Sensitive = shape.Has(Trait.Sensitive),
                Deprecated = DeprecationReader.Read(shape),
            };
    }

    private static long? Minimum(AstNode shape) => shape.Object(Trait.Length)?.Integer("min");

    private static NumberShape ReadNumber(string name, AstNode shape, NumberKind kind) =>
        new(name, kind) { Minimum = shape.Object(Trait.Range)?.Number("min") };

    /// <summary>The values of an enum, in which a member without a value has its name as one.</summary>
    private static EquatableArray<EnumValue> ReadMembers(AstNode shape) =>
        Distinct(
            shape
                .Members()
                .Select(static member => new EnumValue(member.Node.Text(Trait.EnumValue) ?? member.Property.Name)
                {
                    Documentation = Documentation.Read(member.Node),
                    Deprecated = DeprecationReader.Read(member.Node),
                })
        );

    /// <summary>The values of a string that is an enum in the way of earlier versions of Smithy.</summary>
    private static EquatableArray<EnumValue> ReadValues(AstNode shape)
    {
        DiagnosticBag diagnostics = shape.Diagnostics;
        return Distinct(
            shape
                .Traits.Items<JsonObject>(Trait.Enum, "an object")
                .Select(value => ReadValue(new JsonFields(value, diagnostics)))
                .OfType<EnumValue>()
        );
    }

    private static EnumValue? ReadValue(JsonFields value) =>
        value.RequiredText("value") is { } text
            ? new EnumValue(text) { Documentation = Documentation.ToHtml(value.Text("documentation") ?? "") }
            : null;

    private static EquatableArray<EnumValue> Distinct(IEnumerable<EnumValue> values)
    {
        HashSet<string> known = [];
        return values.Where(value => known.Add(value.Value)).ToEquatableArray();
    }

    private ListShape? ReadList(string name, AstNode shape) =>
        ReadElement(name, shape, "member") is { } member
            ? new ListShape(name, member) { Sparse = shape.Has(Trait.Sparse), MinLength = Minimum(shape) }
            : null;

    private MapShape? ReadMap(string name, AstNode shape) =>
        ReadElement(name, shape, "key") is { } key && ReadElement(name, shape, "value") is { } value
            ? new MapShape(name, key, value) { Sparse = shape.Has(Trait.Sparse), MinLength = Minimum(shape) }
            : null;

    private ElementReference? ReadElement(string owner, AstNode shape, string role)
    {
        if (shape.RequiredTarget(role) is not { } target)
        {
            return null;
        }

        AstNode element = new((JsonObject)shape.Json[role]!, shape.Diagnostics);
        Vocabulary.Member.Check(element);
        constrained.Add(owner, role, element);
        return new ElementReference(context.Names.Of(target.Value), TimestampFormatReader.Read(element))
        {
            Xml = XmlTraitsReader.Read(element, context),
        };
    }
}
