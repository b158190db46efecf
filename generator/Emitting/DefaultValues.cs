using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>What stands in for a value that a service must send and did not (Smithy client error correction).</summary>
internal static class DefaultValues
{
    public static string Of(TypePlan type, IReaderCodec reader) =>
        type switch
        {
            StringType => "\"\"",
            EnumType => $"new {type.Name}(\"\")",
            BooleanType => "false",
            NumberType => "0",
            TimestampType => "DateTimeOffset.UnixEpoch",
            EventStreamType stream => $"EventStreams.Empty<{stream.Event.Name}>()",
            StreamType => "Stream.Null",
            ListType => "[]",
            MapType map => $"ReadOnlyDictionary<string, {map.Value.Name}{(map.Sparse ? "?" : "")}>.Empty",
            ShapeType { IsUnion: true } => $"new {type.Name}.Unknown(\"\")",
            ShapeType shape => reader.EmptyStructure(shape),
            _ => "default",
        };
}
