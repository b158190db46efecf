using SsoOidcGen.Emitting.Codecs;
using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>What a member is without a value: as the model says, or what stands in for a value that a service must send and did not (Smithy client error correction).</summary>
internal static class DefaultValues
{
    public static string Of(MemberPlan member, IReaderCodec reader) =>
        member.Default is { } value ? Of(member.Type, value.Text) : Of(member.Type, reader);

    /// <summary>A value that the model gives.</summary>
    private static string Of(TypePlan type, string value) =>
        type switch
        {
            StringType => Literals.String(value),
            EnumType => $"new {type.Name}({Literals.String(value)})",
            NumberType { Kind: NumericType.Int64 } => value + "L",
            NumberType { Kind: NumericType.Single } => value + "f",
            NumberType { Kind: NumericType.Double } => value + "d",
            BooleanType or NumberType => value,
            TimestampType => $"DateTimeOffset.FromUnixTimeMilliseconds({value})",
            BlobType => value.Length == 0 ? "default" : $"Convert.FromBase64String({Literals.String(value)})",
            DocumentType => $"JsonDocument.Parse({Literals.String(value)}).RootElement",
            MapType map => Empty(map),
            _ => "[]",
        };

    private static string Empty(MapType map) =>
        $"ReadOnlyDictionary<string, {map.Value.Name}{(map.Sparse ? "?" : "")}>.Empty";

    private static string Of(TypePlan type, IReaderCodec reader) =>
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
            MapType map => Empty(map),
            ShapeType { IsUnion: true } => $"new {type.Name}.Unknown(\"\")",
            ShapeType shape => reader.EmptyStructure(shape),
            _ => "default",
        };
}
