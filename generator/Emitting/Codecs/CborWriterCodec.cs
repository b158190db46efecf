using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that writes values with a <c>CborWriter</c> named <c>cbor</c>.</summary>
internal sealed class CborWriterCodec() : ObjectWriterCodec("Cbor", "CborWriter cbor")
{
    public override string RequestWriter(BodyObject? body) => "http.Cbor()";

    public override void WritePayload(CodeWriter code, PayloadPart payload, string writer, string value)
    {
        Declare(code, writer);
        WriteValue(code, payload.Member.Type, value, depth: 0);
    }

    public override void WriteEmptyRequest(CodeWriter code, BodyObject? body) => code.Line("http.EmptyMap();");

    protected override void StartObject(CodeWriter code, ElementPlan? element) => code.Line("cbor.WriteStartMap();");

    protected override void EndObject(CodeWriter code, ElementPlan? element) => code.Line("cbor.WriteEndMap();");

    protected override void WriteMember(CodeWriter code, MemberPlan member, string value)
    {
        code.Line($"cbor.WriteName({Literals.Utf8(member.WireName)});");
        WriteValue(code, member.Type, value, depth: 0);
    }

    private static void WriteValue(CodeWriter code, TypePlan type, string value, int depth)
    {
        switch (type)
        {
            case ListType list:
                WriteList(code, list, value, depth);
                break;
            case MapType map:
                WriteMap(code, map, value, depth);
                break;
            default:
                code.Line(Scalar(type, value));
                break;
        }
    }

    private static void WriteList(CodeWriter code, ListType list, string value, int depth)
    {
        string item = Numbered("item", depth);
        code.Line($"cbor.WriteStartList({value}.Count);");
        using (code.Block($"foreach ({list.Item.Name}{(list.Sparse ? "?" : "")} {item} in {value})"))
        {
            WriteItem(code, list.Item, list.Sparse, item, depth);
        }
    }

    private static void WriteMap(CodeWriter code, MapType map, string value, int depth)
    {
        string key = Numbered("key", depth);
        string item = Numbered("item", depth);
        code.Line("cbor.WriteStartMap();");
        using (code.Block($"foreach ((string {key}, {map.Value.Name}{(map.Sparse ? "?" : "")} {item}) in {value})"))
        {
            code.Line($"cbor.WriteName({key});");
            WriteItem(code, map.Value, map.Sparse, item, depth);
        }

        code.Line("cbor.WriteEndMap();");
    }

    private static void WriteItem(CodeWriter code, TypePlan type, bool isSparse, string item, int depth)
    {
        if (!isSparse)
        {
            WriteValue(code, type, item, depth + 1);
            return;
        }

        using (code.Block($"if ({item} is {type.Present} {item}Value)"))
        {
            WriteValue(code, type, item + "Value", depth + 1);
        }

        using (code.Block("else"))
        {
            code.Line("cbor.WriteNull();");
        }
    }

    private static string Scalar(TypePlan type, string value) =>
        type switch
        {
            StringType => $"cbor.WriteString({value});",
            EnumType => $"cbor.WriteString({value}.Value);",
            BooleanType => $"cbor.WriteBoolean({value});",
            NumberType { Kind: NumericType.Single } => $"cbor.WriteSingle({value});",
            NumberType { Kind: NumericType.Double } => $"cbor.WriteDouble({value});",
            NumberType => $"cbor.WriteInteger({value});",
            BlobType => $"cbor.WriteBlob({value}.Span);",
            TimestampType => $"cbor.WriteTimestamp({value});",
            ShapeType => $"{type.Name}Cbor.Write(cbor, {value});",
            _ => throw new ArgumentException($"{type} has no form in CBOR", nameof(type)),
        };
}
