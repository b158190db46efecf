using System.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that reads values of a format whose objects are members with names: the loop is the same for all of them.</summary>
/// <param name="format">What the names of the runtime's methods and classes begin with.</param>
/// <param name="readerType">The runtime's reader.</param>
internal abstract class ObjectReaderCodec(string format, string readerType) : IReaderCodec
{
    /// <summary>From so many names on it is faster to tell them apart by their lengths first.</summary>
    private const int ManyMembers = 16;

    public string ClassSuffix => format;

    public string ReaderType => readerType;

    public string ResponseReader => $"response.{format}Reader()";

    public string ErrorReader => $"error.{format}Reader()";

    public string EventReader => $"message.{format}Reader()";

    /// <summary>A statement that skips all members of the object that the reader is in.</summary>
    protected abstract void SkipMembers(CodeWriter code);

    public void WriteMethod(CodeFile file, StructurePlan shape)
    {
        using (file.Code.Block($"public static {shape.Name} Read(ref {readerType} reader)"))
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
            SkipMembers(code);
            return;
        }

        using (code.Block("while (reader.NextMember(out ReadOnlySpan<byte> member))"))
        {
            WriteChoices(code, members, member => $"{member.LocalName} = {ReadValue(member.Type)};", "reader.Skip();");
        }
    }

    public string ReadValue(TypePlan type) => Read(type, "reader", depth: 0);

    public string EmptyStructure(ShapeType type) => $"{format}Value.ReadEmpty({type.Name}{format}.Read)";

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

        code.Line($"return value ?? throw {format}Unions.Empty(ref reader, {Literals.String(plan.Name)});");
    }

    private string Read(TypePlan type, string reader, int depth) =>
        type switch
        {
            ListType list =>
                $"{format}Value.Read{Sparse(list.Sparse, list.Item)}List(ref {reader}, {ReadMethod(list.Item, depth)})",
            MapType map =>
                $"{format}Value.Read{Sparse(map.Sparse, map.Value)}Map(ref {reader}, {ReadMethod(map.Value, depth)})",
            EnumType => $"new {type.Name}({format}Value.ReadString(ref {reader}))",
            _ => $"{ReadMethod(type, depth)}(ref {reader})",
        };

    /// <summary>A method, or a lambda where there is none, that reads a value.</summary>
    private string ReadMethod(TypePlan type, int depth) =>
        type switch
        {
            StringType => $"{format}Value.ReadString",
            BooleanType => $"{format}Value.ReadBoolean",
            NumberType number => $"{format}Value.Read{number.Kind}",
            TimestampType => $"{format}Value.ReadTimestamp",
            BlobType => $"{format}Value.ReadBlob",
            DocumentType => $"{format}Value.ReadDocument",
            ShapeType => $"{type.Name}{format}.Read",
            _ => $"static (ref {readerType} item{depth}) => {Read(type, "item" + depth, depth + 1)}",
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
        if (members.Count < ManyMembers)
        {
            WriteChain(code, members, action, otherwise);
        }
        else
        {
            WriteSwitch(code, members, action, otherwise);
        }
    }

    private static void WriteChain(
        CodeWriter code,
        IReadOnlyList<MemberPlan> members,
        Func<MemberPlan, string> action,
        string otherwise
    )
    {
        string keyword = "if";
        foreach (MemberPlan member in members)
        {
            using (code.Block($"{keyword} ({IsNamed(member)})"))
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

    private static void WriteSwitch(
        CodeWriter code,
        IReadOnlyList<MemberPlan> members,
        Func<MemberPlan, string> action,
        string otherwise
    )
    {
        using (code.Block("switch (member.Length)"))
        {
            foreach (MemberPlan member in members)
            {
                WriteCase(
                    $"case {Encoding.UTF8.GetByteCount(member.WireName)} when {IsNamed(member)}:",
                    action(member)
                );
            }

            WriteCase("default:", otherwise);
        }

        void WriteCase(string label, string statement)
        {
            code.Line(label);
            using (code.Indented())
            {
                code.Line(statement);
                code.Line("break;");
            }
        }
    }

    private static string IsNamed(MemberPlan member) => $"member.SequenceEqual({Literals.String(member.WireName)}u8)";
}
