using SsoOidcGen.Planning;

namespace SsoOidcGen.Emitting;

/// <summary>Code that reads values with a <c>Utf8JsonReader</c> named <c>reader</c>.</summary>
internal static class JsonReaderEmitter
{
    /// <summary>The method that reads a structure.</summary>
    public static void WriteStructure(CodeFile file, StructurePlan plan)
    {
        CodeWriter code = file.Code;
        using (code.Block($"public static {plan.Name} Read(ref Utf8JsonReader reader)"))
        {
            WriteLocals(code, plan.Members);
            code.Line("reader.ExpectObject();");
            WriteMemberLoop(code, plan.Members);
            WriteResult(file, plan, plan.Members);
        }
    }

    /// <summary>The method that reads a union.</summary>
    public static void WriteUnion(CodeWriter code, StructurePlan plan)
    {
        using (code.Block($"public static {plan.Name} Read(ref Utf8JsonReader reader)"))
        {
            code.Line($"{plan.Name}? value = null;");
            code.Line("reader.ExpectObject();");
            using (code.Block("while (reader.NextUnionMember(value, out ReadOnlySpan<byte> member))"))
            {
                WriteChoices(
                    code,
                    plan.Members,
                    member => $"value = new {plan.Name}.{member.PropertyName}({Read(member.Type)});",
                    $"value = new {plan.Name}.Unknown(reader.SkipNamed(member));"
                );
            }

            code.Line($"return value ?? throw JsonUnions.Empty(\"{plan.Name}\");");
        }
    }

    /// <summary>Declares a local for each member, null until the member is met.</summary>
    public static void WriteLocals(CodeWriter code, IEnumerable<MemberPlan> members)
    {
        foreach (MemberPlan member in members)
        {
            code.Line($"{member.Type.Name}? {member.LocalName} = null;");
        }
    }

    /// <summary>The loop over an object's members that fills the locals.</summary>
    public static void WriteMemberLoop(CodeWriter code, IReadOnlyList<MemberPlan> members)
    {
        if (members.Count == 0)
        {
            code.Line("reader.Skip();");
            return;
        }

        using (code.Block("while (reader.NextMember(out ReadOnlySpan<byte> member))"))
        {
            WriteChoices(
                code,
                members,
                static member => $"{member.LocalName} = {Read(member.Type)};",
                "reader.Skip();"
            );
        }
    }

    /// <summary>The statement that makes the record from the locals.</summary>
    public static void WriteResult(CodeFile file, StructurePlan plan, IReadOnlyList<MemberPlan> members)
    {
        using (file.Code.Block($"return new {plan.Name}", "};"))
        {
            WriteInitializers(file, members);
        }
    }

    public static void WriteInitializers(CodeFile file, IEnumerable<MemberPlan> members)
    {
        foreach (MemberPlan member in members)
        {
            file.UsesDeprecated |= member.Deprecated is not null;
            bool needsNoFallback = member.IsNullable || member.Type is StreamType or EventStreamType;
            string fallback = needsNoFallback ? "" : $" ?? {DefaultValues.Of(member.Type)}";
            file.Code.Line($"{member.PropertyName} = {member.LocalName}{fallback},");
        }
    }

    /// <summary>An expression that reads the value the reader stands on.</summary>
    public static string Read(TypePlan type, string reader = "reader", int depth = 0) =>
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
            NumberType { Kind: Model.NumberKind.Integer } => "JsonValue.ReadInt32",
            NumberType { Kind: Model.NumberKind.Long } => "JsonValue.ReadInt64",
            NumberType { Kind: Model.NumberKind.Float } => "JsonValue.ReadSingle",
            NumberType => "JsonValue.ReadDouble",
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
