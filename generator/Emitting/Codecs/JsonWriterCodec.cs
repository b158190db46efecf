using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that writes values with a <c>Utf8JsonWriter</c> named <c>json</c>.</summary>
/// <param name="mediaType">Of a request's body.</param>
internal sealed class JsonWriterCodec(string mediaType) : IWriterCodec
{
    private const string DefaultMediaType = "application/json";

    public string ClassSuffix => "Json";

    public string RequestWriter(BodyObject? body) => $"http.Json({MediaTypeArgument})";

    public string EventWriter => "message.Json()";

    private string MediaTypeArgument => mediaType == DefaultMediaType ? "" : Literals.String(mediaType);

    public void WriteMethod(CodeFile file, StructurePlan shape)
    {
        CodeWriter code = file.Code;
        using (code.Block($"public static void Write(Utf8JsonWriter json, {shape.Name} value)"))
        {
            code.Line("json.WriteStartObject();");
            if (shape.IsUnion)
            {
                WriteCases(code, shape);
            }
            else
            {
                WriteMembers(file, shape.Members, "value");
            }

            code.Line("json.WriteEndObject();");
        }
    }

    public void WriteShape(CodeWriter code, StructurePlan shape, BodyObject body, string writer, string value) =>
        code.Line($"{shape.Name}Json.Write({writer}, {value});");

    public void WriteObject(CodeFile file, BodyObject body, string writer, string owner)
    {
        CodeWriter code = file.Code;
        code.Line($"Utf8JsonWriter json = {writer};");
        code.Line("json.WriteStartObject();");
        WriteMembers(file, body.Members, owner);
        code.Line("json.WriteEndObject();");
    }

    public void WritePayload(CodeWriter code, PayloadPart payload, string writer, string value)
    {
        code.Line($"Utf8JsonWriter json = {writer};");
        WriteValue(code, payload.Member.Type, value, depth: 0);
    }

    public void WriteEmptyRequest(CodeWriter code, BodyObject? body) =>
        code.Line($"http.EmptyObject({MediaTypeArgument});");

    private static void WriteCases(CodeWriter code, StructurePlan plan)
    {
        using (code.Block("switch (value)"))
        {
            foreach (MemberPlan member in plan.Members)
            {
                code.Line($"case {plan.Name}.{member.PropertyName} {member.LocalName}:");
                using (code.Indented())
                {
                    WriteNamed(code, member.Type, Utf8(member.WireName), member.LocalName + ".Value");
                    code.Line("break;");
                }
            }
        }
    }

    private static void WriteMembers(CodeFile file, IEnumerable<MemberPlan> members, string owner)
    {
        foreach (MemberPlan member in members)
        {
            string value = $"{owner}.{member.PropertyName}";
            file.UsesDeprecated |= member.Obsolete is not null;
            if (member.IsNullable)
            {
                using (file.Code.Block($"if ({value} is {member.Type.Present} {member.LocalName})"))
                {
                    WriteNamed(file.Code, member.Type, Utf8(member.WireName), member.LocalName);
                }
            }
            else
            {
                WriteNamed(file.Code, member.Type, Utf8(member.WireName), value);
            }
        }
    }

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

    private static void WriteNamed(CodeWriter code, TypePlan type, string name, string value, int depth = 0)
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

    private static string Utf8(string name) => Literals.String(name) + "u8";

    private static string Numbered(string name, int depth) => depth == 0 ? name : name + (depth + 1);
}
