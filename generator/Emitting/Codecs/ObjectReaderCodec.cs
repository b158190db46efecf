using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that reads values of a format whose objects are members with names: the loop is the same for all of them.</summary>
/// <param name="format">What the names of the runtime's methods and classes begin with.</param>
/// <param name="readerType">The runtime's reader.</param>
internal abstract class ObjectReaderCodec(string format, string readerType) : IReaderCodec
{
    public string ClassSuffix => format;

    public string ReaderType => readerType;

    public virtual string ResponseReader(BodyObject? body) => $"response.{format}Reader()";

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

    public virtual void ReadObject(CodeWriter code, IReadOnlyList<MemberPlan> members)
    {
        EnterObject(code);
        ReadError(code, members);
    }

    public virtual void ReadError(CodeWriter code, IReadOnlyList<MemberPlan> members)
    {
        if (members.Count == 0)
        {
            SkipMembers(code);
            return;
        }

        using (code.Block("while (reader.NextMember(out ReadOnlySpan<byte> member))"))
        {
            WriteChoices(code, members, ReadMember, "reader.Skip();");
        }
    }

    /// <summary>A statement that enters the object that comes next.</summary>
    protected virtual void EnterObject(CodeWriter code) => code.Line("reader.ExpectObject();");

    /// <summary>A statement that reads the value of a member into its local.</summary>
    /// <param name="reader">The variable to read it with.</param>
    protected virtual string ReadMember(MemberPlan member, string reader) =>
        $"{member.LocalName} = {Read(member.Type, reader, depth: 0)};";

    /// <summary>An expression that reads the value of a union's case.</summary>
    protected virtual string ReadCase(TypePlan type) => ReadValue(type);

    /// <summary>An expression that reads a list or map.</summary>
    /// <param name="readItem">A method that reads an item or value.</param>
    protected virtual string ReadCollection(TypePlan type, string reader, string readItem) =>
        type switch
        {
            ListType list => $"{format}Value.Read{Sparse(list.Sparse, list.Item)}List(ref {reader}, {readItem})",
            MapType map => $"{format}Value.Read{Sparse(map.Sparse, map.Value)}Map(ref {reader}, {readItem})",
            _ => throw new ArgumentException($"{type} is no collection", nameof(type)),
        };

    public string ReadValue(TypePlan type) => Read(type, "reader", depth: 0);

    public string EmptyStructure(ShapeType type) => $"{format}Value.ReadEmpty({type.Name}{format}.Read)";

    private void WriteUnion(CodeWriter code, StructurePlan plan)
    {
        code.Line($"{plan.Name}? value = null;");
        EnterObject(code);
        using (code.Block("while (reader.NextUnionMember(value, out ReadOnlySpan<byte> member))"))
        {
            WriteChoices(
                code,
                plan.Members,
                (member, _) => $"value = new {plan.Name}.{member.PropertyName}({ReadCase(member.Type)});",
                $"value = new {plan.Name}.Unknown(reader.SkipNamed(member));"
            );
        }

        code.Line($"return value ?? throw {format}Unions.Empty(ref reader, {Literals.String(plan.Name)});");
    }

    protected string Read(TypePlan type, string reader, int depth) =>
        type switch
        {
            ListType list => ReadCollection(type, reader, ReadMethod(list.Item, depth)),
            MapType map => ReadCollection(type, reader, ReadMethod(map.Value, depth)),
            EnumType { IsSensitive: false } => $"new {type.Name}({format}Value.ReadEnum(ref {reader}))",
            EnumType => $"new {type.Name}({format}Value.ReadString(ref {reader}))",
            _ => $"{ReadMethod(type, depth)}(ref {reader})",
        };

    /// <summary>A method, or a lambda where there is none, that reads a value.</summary>
    protected string ReadMethod(TypePlan type, int depth) =>
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

    private static string[] NamesOf(MemberPlan member) =>
        member.OtherName is { } other ? [member.WireName, other] : [member.WireName];

    /// <param name="action">A statement that reads a member with a variable.</param>
    private void WriteChoices(
        CodeWriter code,
        IReadOnlyList<MemberPlan> members,
        Func<MemberPlan, string, string> action,
        string otherwise
    )
    {
        List<(string, string)> choices = members
            .SelectMany(NamesOf, static (member, name) => (Member: member, Name: name))
            .GroupBy(static named => named.Name, static named => named.Member)
            .Select(named =>
                (named.Key, string.Concat(named.Skip(1).Select(ReadAgain)) + action(named.First(), "reader"))
            )
            .ToList();
        NameChoices.Write(code, "member", choices, otherwise);

        // Several members read one value, each in its own way.
        string ReadAgain(MemberPlan member)
        {
            string again = member.LocalName + "Reader";
            return $"{readerType} {again} = reader;\n{action(member, again)}\n";
        }
    }
}
