using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.Soundness;

internal static class ShapeKinds
{
    /// <summary>Its value is not held in memory: a streaming blob or an event stream.</summary>
    public static bool IsStream(Shape shape) =>
        shape is BlobShape { Streaming: true } or StructureShape { IsEventStream: true };

    /// <summary>Its payload is a stream, or it has events for a body, so it can be an input or output only.</summary>
    public static bool HasStream(Shape shape, ShapeTable shapes) =>
        shape is StructureShape structure
        && structure.Members.Any(member =>
            shapes.Find(member.Target) is { } target
            && (member.Name == structure.Payload ? IsStream(target) : HasEventsAsBody(structure, target))
        );

    /// <summary>Protocols without HTTP bindings send a structure's events as its body; the other members come first.</summary>
    public static bool HasEventsAsBody(StructureShape structure, Shape target) =>
        structure.Payload is null && target is StructureShape { IsEventStream: true };

    /// <summary>It has a text form that fits into a path, a query or a header.</summary>
    public static bool IsScalar(Shape? shape) => shape is StringShape or NumberShape or BooleanShape or TimestampShape;

    public static string Describe(Shape shape) =>
        shape switch
        {
            StructureShape { IsEventStream: true } => "an event stream",
            StructureShape { IsUnion: true } => "a union",
            StructureShape { Error: not null } => "an error",
            StructureShape => "a structure",
            ListShape => "a list",
            MapShape => "a map",
            StringShape => "a string",
            NumberShape => "a number",
            BooleanShape => "a boolean",
            TimestampShape => "a timestamp",
            BlobShape { Streaming: true } => "a streaming blob",
            BlobShape => "a blob",
            _ => "a document",
        };
}
