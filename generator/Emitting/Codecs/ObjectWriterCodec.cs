using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that writes objects: in every format, members that are there follow each other.</summary>
/// <param name="format">What the names of the runtime's methods and of the shapes' classes end in.</param>
/// <param name="variable">Type and name of the variable to write with.</param>
internal abstract class ObjectWriterCodec(string format, string variable) : IWriterCodec
{
    public string ClassSuffix => format;

    public virtual string EventWriter => $"message.{format}()";

    /// <summary>Stands before the variable where it is a parameter.</summary>
    protected virtual string Modifier => "";

    public abstract string RequestWriter(BodyObject? body);

    public void WriteMethod(CodeFile file, StructurePlan shape)
    {
        using (file.Code.Block($"public static void Write({Modifier}{variable}, {shape.Name} value)"))
        {
            StartObject(file.Code, element: null);
            if (shape.IsUnion)
            {
                WriteCases(file.Code, shape);
            }
            else
            {
                WriteMembers(file, shape.Members, "value");
            }

            EndObject(file.Code, element: null);
        }
    }

    public virtual void WriteShape(
        CodeWriter code,
        StructurePlan shape,
        BodyObject body,
        string writer,
        string value
    ) => code.Line($"{shape.Name}{format}.Write({writer}, {value});");

    public void WriteObject(CodeFile file, BodyObject body, string writer, string owner)
    {
        Declare(file.Code, writer);
        StartObject(file.Code, body.Element);
        WriteMembers(file, body.Members, owner);
        EndObject(file.Code, body.Element);
    }

    public abstract void WritePayload(CodeWriter code, PayloadPart payload, string writer, string value);

    public abstract void WriteEmptyRequest(CodeWriter code, BodyObject? body);

    /// <summary>Statements before an object's members.</summary>
    /// <param name="element">The object's own; null in the method of a shape, which has none.</param>
    protected virtual void StartObject(CodeWriter code, ElementPlan? element) { }

    /// <summary>Statements behind an object's members.</summary>
    /// <inheritdoc cref="StartObject"/>
    protected virtual void EndObject(CodeWriter code, ElementPlan? element) { }

    /// <summary>Statements that write a member with its name.</summary>
    /// <param name="value">An expression that is not null.</param>
    protected abstract void WriteMember(CodeWriter code, MemberPlan member, string value);

    protected virtual void WriteMembers(CodeFile file, IEnumerable<MemberPlan> members, string owner)
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

    protected void Declare(CodeWriter code, string writer) => code.Line($"{variable} = {writer};");

    /// <summary>A name for a local of a loop in as many others.</summary>
    protected static string Numbered(string name, int depth) => depth == 0 ? name : name + (depth + 1);

    private void WriteCases(CodeWriter code, StructurePlan plan)
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
}
