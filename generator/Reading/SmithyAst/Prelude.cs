using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>The shapes that every model has without declaring them.</summary>
internal static class Prelude
{
    public const string Unit = Namespace + "Unit";

    private const string Namespace = "smithy.api#";

    /// <summary>Makes the shape of an id with the given name; null when the prelude has none that clients can hold.</summary>
    public static Shape? Create(string id, string name) =>
        Kind(id) switch
        {
            "String" => new StringShape(name),
            "Blob" => new BlobShape(name),
            "Timestamp" => new TimestampShape(name),
            "Document" => new DocumentShape(name),
            "Boolean" => new BooleanShape(name),
            "Byte" => new NumberShape(name, NumberKind.Byte),
            "Short" => new NumberShape(name, NumberKind.Short),
            "Integer" => new NumberShape(name, NumberKind.Integer),
            "Long" => new NumberShape(name, NumberKind.Long),
            "Float" => new NumberShape(name, NumberKind.Float),
            "Double" => new NumberShape(name, NumberKind.Double),
            "Unit" => new StructureShape(name),
            _ => null,
        };

    public static bool Has(string id) => Create(id, id) is not null;

    /// <summary>The prelude has it, but no number of C# holds all its values.</summary>
    public static bool IsUnbounded(string id) => Kind(id) is "BigInteger" or "BigDecimal";

    /// <summary>Its name without the prefix by which earlier versions of Smithy told scalars that cannot be null.</summary>
    private static string? Kind(string id)
    {
        const string primitive = "Primitive";
        if (!id.StartsWith(Namespace, StringComparison.Ordinal))
        {
            return null;
        }

        string name = id.Substring(Namespace.Length);
        string kind = name.StartsWith(primitive, StringComparison.Ordinal) ? name.Substring(primitive.Length) : name;
        return
            kind.Length == name.Length
            || kind is "Boolean" or "Byte" or "Short" or "Integer" or "Long" or "Float" or "Double"
            ? kind
            : null;
    }
}
