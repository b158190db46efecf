using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that reads values with a <c>Utf8JsonReader</c>.</summary>
internal sealed class JsonReaderCodec : IReaderCodec
{
    public string ClassSuffix => "Json";

    public string ReaderType => "Utf8JsonReader";

    public string ResponseReader => "response.JsonReader()";

    public string ErrorReader => "error.BodyReader()";

    public string EventReader => "message.JsonReader()";

    public void WriteMethod(CodeFile file, StructurePlan shape)
    {
        using (file.Code.Block($"public static {shape.Name} Read(ref Utf8JsonReader reader)"))
        {
            if (shape.IsUnion)
            {
                WriteUnion(file.Code, shape);
            }
            else
            {
                RecordEmitter.WriteLocals(file.Code, shape.Members);
                ReadObject(file.Code, shape.Members);
                RecordEmitter.WriteResult(file, shape);
            }
        }
    }

    public void ReadObject(CodeWriter code, IReadOnlyList<MemberPlan> members)
    {
        code.Line("reader.ExpectObject();");
        ReadError(code, members);
    }

    public void ReadError(CodeWriter code, IReadOnlyList<MemberPlan> members)
    {
        if (members.Count == 0)
        {
            code.Line("reader.Skip();");
            return;
        }

        using (code.Block("while (reader.NextMember(out ReadOnlySpan<byte> member))"))
        {
            WriteChoices(code, members, member => $"{member.LocalName} = {ReadValue(member.Type)};", "reader.Skip();");
        }
    }

    public string ReadValue(TypePlan type) => Read(type, "reader", depth: 0);

    public string EmptyStructure(ShapeType type) => $"JsonValue.ReadEmpty({type.Name}Json.Read)";

    private void WriteUnion(CodeWriter code, StructurePlan plan)
    {
        code.Line($"{plan.Name}? value = null;");
        code.Line("reader.ExpectObject();");
        using (code.Block("while (reader.NextUnionMember(value, out ReadOnlySpan<byte> member))"))
        {
            WriteChoices(
                code,
                plan.Members,
                member => $"value = new {plan.Name}.{member.PropertyName}({ReadValue(member.Type)});",
                $"value = new {plan.Name}.Unknown(reader.SkipNamed(member));"
            );
        }

        code.Line($"return value ?? throw JsonUnions.Empty(\"{plan.Name}\");");
    }

    private static string Read(TypePlan type, string reader, int depth) =>
        type switch
        {
            ListType list =>
                $"JsonValue.Read{Sparse(list.Sparse, list.Item)}List(ref {reader}, {ReadMethod(list.Item, depth)})",
            MapType map =>
                $"JsonValue.Read{Sparse(map.Sparse, map.Value)}Map(ref {reader}, {ReadMethod(map.Value, depth)})",
            EnumType => $"new {type.Name}(JsonValue.ReadString(ref {reader}))",
            _ => $"{ReadMethod(type, depth)}(ref {reader})",
        };

    /// <summary>A method, or a lambda where there is none, that reads a value.</summary>
    private static string ReadMethod(TypePlan type, int depth) =>
        type switch
        {
            StringType => "JsonValue.ReadString",
            BooleanType => "JsonValue.ReadBoolean",
            NumberType number => $"JsonValue.Read{number.Kind}",
            TimestampType => "JsonValue.ReadTimestamp",
            BlobType => "JsonValue.ReadBlob",
            DocumentType => "JsonValue.ReadDocument",
            ShapeType => type.Name + "Json.Read",
            _ => $"static (ref Utf8JsonReader item{depth}) => {Read(type, "item" + depth, depth + 1)}",
        };

    private static string Sparse(bool sparse, TypePlan item) =>
        !sparse ? ""
        : item.IsValueType ? "SparseValue"
        : "Sparse";

    private static void WriteChoices(
        CodeWriter code,
        IReadOnlyList<MemberPlan> members,
        Func<MemberPlan, string> action,
        string otherwise
    )
    {
        string keyword = "if";
        foreach (MemberPlan member in members)
        {
            using (code.Block($"{keyword} (member.SequenceEqual({Literals.String(member.WireName)}u8))"))
            {
                code.Line(action(member));
            }

            keyword = "else if";
        }

        using (code.Block("else"))
        {
            code.Line(otherwise);
        }
    }
}
