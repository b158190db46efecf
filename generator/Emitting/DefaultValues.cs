using SsoOidcGen.Model;
using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting;

/// <summary>What stands in for a value that a service must send and did not (Smithy client error correction).</summary>
internal static class DefaultValues
{
    public static string Of(TypePlan type) =>
        type switch
        {
            StringType => "\"\"",
            EnumType => $"new {type.Name}(\"\")",
            BooleanType => "false",
            NumberType { Kind: NumberKind.Integer or NumberKind.Long } => "0",
            NumberType => "0",
            TimestampType => "DateTimeOffset.UnixEpoch",
            EventStreamType stream => $"EventStreams.Empty<{stream.Event.Name}>()",
            StreamType => "Stream.Null",
            ListType => "[]",
            MapType map => $"ReadOnlyDictionary{map.Name.Substring("IReadOnlyDictionary".Length)}.Empty",
            ShapeType { IsUnion: true } => $"new {type.Name}.Unknown(\"\")",
            ShapeType => $"JsonValue.ReadEmpty({type.Name}Json.Read)",
            _ => "default",
        };
}
