using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that writes values with a <c>CborWriter</c> named <c>cbor</c>.</summary>
internal sealed class CborWriterCodec : IWriterCodec
{
    public string ClassSuffix => "Cbor";

    public string RequestWriter(BodyObject? body) => "http.Cbor()";

    public string EventWriter => "message.Cbor()";

    public void WriteMethod(CodeFile file, StructurePlan shape)
    {
        CodeWriter code = file.Code;
        using (code.Block($"public static void Write(CborWriter cbor, {shape.Name} value)"))
        {
            code.Line("cbor.WriteStartMap();");
            if (shape.IsUnion)
            {
                WriteCases(code, shape);
            }
            else
            {
                WriteMembers(file, shape.Members, "value");
            }

            code.Line("cbor.WriteEndMap();");
        }
    }

    public void WriteShape(CodeWriter code, StructurePlan shape, BodyObject body, string writer, string value) =>
        code.Line($"{shape.Name}Cbor.Write({writer}, {value});");

    public void WriteObject(CodeFile file, BodyObject body, string writer, string owner)
    {
        CodeWriter code = file.Code;
        code.Line($"CborWriter cbor = {writer};");
        code.Line("cbor.WriteStartMap();");
        WriteMembers(file, body.Members, owner);
        code.Line("cbor.WriteEndMap();");
    }

    public void WritePayload(CodeWriter code, PayloadPart payload, string writer, string value)
    {
        code.Line($"CborWriter cbor = {writer};");
        WriteValue(code, payload.Member.Type, value, depth: 0);
    }

    public void WriteEmptyRequest(CodeWriter code, BodyObject? body) => code.Line("http.EmptyMap();");

    private static void WriteCases(CodeWriter code, StructurePlan plan)
    {
        using (code.Block("switch (value)"))
        {
            foreach (MemberPlan member in plan.Members)
            {
                code.Line($"case {plan.Name}.{member.PropertyName} {member.LocalName}:");
                using (code.Indented())
                {
                    WriteMember(code, member, member.LocalName + ".Value");
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
                    WriteMember(file.Code, member, member.LocalName);
                }
            }
            else
            {
                WriteMember(file.Code, member, value);
            }
        }
    }

    private static void WriteMember(CodeWriter code, MemberPlan member, string value)
    {
        code.Line($"cbor.WriteName({Literals.String(member.WireName)}u8);");
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

    private static string Numbered(string name, int depth) => depth == 0 ? name : name + (depth + 1);
}
