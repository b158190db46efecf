using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that writes values with a <c>Utf8JsonWriter</c> named <c>json</c>.</summary>
/// <param name="mediaType">Of a request's body.</param>
internal sealed class JsonWriterCodec(string mediaType) : ObjectWriterCodec("Json", "Utf8JsonWriter json")
{
    private const string DefaultMediaType = "application/json";

    private string MediaTypeArgument => mediaType == DefaultMediaType ? "" : Literals.String(mediaType);

    public override string RequestWriter(BodyObject? body) => $"http.Json({MediaTypeArgument})";

    public override void WritePayload(CodeWriter code, PayloadPart payload, string writer, string value)
    {
        Declare(code, writer);
        WriteValue(code, payload.Member.Type, value, depth: 0);
    }

    public override void WriteEmptyRequest(CodeWriter code, BodyObject? body) =>
        code.Line($"http.EmptyObject({MediaTypeArgument});");

    protected override void StartObject(CodeWriter code, ElementPlan? element) => code.Line("json.WriteStartObject();");

    protected override void EndObject(CodeWriter code, ElementPlan? element) => code.Line("json.WriteEndObject();");

    protected override void WriteMember(CodeWriter code, MemberPlan member, string value) =>
        WriteNamed(code, member.Type, Literals.Utf8(member.WireName), value, depth: 0);

    private static void WriteValue(CodeWriter code, TypePlan type, string value, int depth)
    {
        switch (type)
        {
            case ListType list:
                code.Line("json.WriteStartArray();");
                WriteItems(code, list, value, depth);
                break;
            case MapType map:
                code.Line("json.WriteStartObject();");
                WriteEntries(code, map, value, depth);
                break;
            case ShapeType:
                code.Line($"{type.Name}Json.Write(json, {value});");
                break;
            case DocumentType:
                code.Line($"{value}.WriteTo(json);");
                break;
            case NumberType { Kind: NumericType.Single or NumericType.Double } number:
                code.Line($"json.Write{number.Kind}Value({value});");
                break;
            case TimestampType { Encoding: TimestampEncoding.EpochSeconds }:
                code.Line($"json.WriteEpochSecondsValue({value});");
                break;
            default:
                (string method, string argument) = Scalar(type, value);
                code.Line($"json.Write{method}Value({argument});");
                break;
        }
    }

    private static void WriteNamed(CodeWriter code, TypePlan type, string name, string value, int depth)
    {
        switch (type)
        {
            case ListType list:
                code.Line($"json.WriteStartArray({name});");
                WriteItems(code, list, value, depth);
                break;
            case MapType map:
                code.Line($"json.WriteStartObject({name});");
                WriteEntries(code, map, value, depth);
                break;
            case ShapeType or DocumentType:
            case NumberType { Kind: NumericType.Single or NumericType.Double }:
            case TimestampType { Encoding: TimestampEncoding.EpochSeconds }:
                code.Line($"json.WritePropertyName({name});");
                WriteValue(code, type, value, depth);
                break;
            default:
                (string method, string argument) = Scalar(type, value);
                code.Line($"json.Write{method}({name}, {argument});");
                break;
        }
    }

    private static void WriteItems(CodeWriter code, ListType list, string value, int depth)
    {
        string item = Numbered("item", depth);
        using (code.Block($"foreach ({list.Item.Name}{(list.Sparse ? "?" : "")} {item} in {value})"))
        {
            if (list.Sparse)
            {
                WriteSparse(code, list.Item, item, depth);
            }
            else
            {
                WriteValue(code, list.Item, item, depth + 1);
            }
        }

        code.Line("json.WriteEndArray();");
    }

    private static void WriteEntries(CodeWriter code, MapType map, string value, int depth)
    {
        string key = Numbered("key", depth);
        string item = Numbered("item", depth);
        using (code.Block($"foreach ((string {key}, {map.Value.Name}{(map.Sparse ? "?" : "")} {item}) in {value})"))
        {
            if (map.Sparse)
            {
                code.Line($"json.WritePropertyName({key});");
                WriteSparse(code, map.Value, item, depth);
            }
            else
            {
                WriteNamed(code, map.Value, key, item, depth + 1);
            }
        }

        code.Line("json.WriteEndObject();");
    }

    private static void WriteSparse(CodeWriter code, TypePlan type, string item, int depth)
    {
        using (code.Block($"if ({item} is {type.Present} {item}Value)"))
        {
            WriteValue(code, type, item + "Value", depth + 1);
        }

        using (code.Block("else"))
        {
            code.Line("json.WriteNullValue();");
        }
    }

    /// <summary>The writer's method for a type, without <c>Write</c> and <c>Value</c>, and what to give it.</summary>
    private static (string Method, string Argument) Scalar(TypePlan type, string value) =>
        type switch
        {
            EnumType => ("String", value + ".Value"),
            BooleanType => ("Boolean", value),
            NumberType => ("Number", value),
            BlobType => ("Base64String", value + ".Span"),
            TimestampType timestamp => ("String", $"Timestamps.To{timestamp.Encoding}({value})"),
            _ => ("String", value),
        };
}
