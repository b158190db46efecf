using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that writes values with a <c>FormWriter</c> named <c>form</c>.</summary>
/// <param name="marksEmptyLists">A member that is an empty list is written as an empty value.</param>
internal sealed class QueryWriterCodec(bool marksEmptyLists) : ObjectWriterCodec("Query", "FormWriter form")
{
    public override string EventWriter => throw new NotSupportedException("Forms carry no events.");

    protected override string Modifier => "ref ";

    public override string RequestWriter(BodyObject? body) =>
        body?.Form is { } form
            ? $"http.Form({Literals.String(form.Action)}, {Literals.String(form.Version)})"
            : throw new ArgumentException("Forms are objects", nameof(body));

    public override void WriteShape(CodeWriter code, StructurePlan shape, BodyObject body, string writer, string value)
    {
        Declare(code, writer);
        code.Line($"{shape.Name}Query.Write(ref form, {value});");
    }

    public override void WritePayload(CodeWriter code, PayloadPart payload, string writer, string value) =>
        throw new NotSupportedException("Forms have no payload.");

    public override void WriteEmptyRequest(CodeWriter code, BodyObject? body) => code.Line(RequestWriter(body) + ";");

    protected override void WriteMember(CodeWriter code, MemberPlan member, string value)
    {
        string name = member.Element.Name;
        if (marksEmptyLists && member.Type is ListType)
        {
            using (code.Block($"if ({value}.Count == 0)"))
            {
                code.Line($"form.Write({Literals.Utf8(name)}, \"\");");
            }
        }

        WriteValue(code, KeyOf(name, member.Type, member.IsFlattened), member.Type, value, depth: 0);
    }

    /// <param name="key">What the keys of the value have in common.</param>
    private static void WriteValue(CodeWriter code, string key, TypePlan type, string value, int depth)
    {
        string part = Literals.Utf8(key);
        if (type is not (ListType or MapType or ShapeType))
        {
            code.Line($"form.Write({part}, {BoundText.Of(type, value)});");
            return;
        }

        code.Line($"form.Enter({part});");
        WriteContent(code, type, value, depth);
        code.Line($"form.Leave({part});");
    }

    /// <summary>Writes a value whose key is complete, or the same for all that is in it.</summary>
    private static void WriteContent(CodeWriter code, TypePlan type, string value, int depth)
    {
        switch (type)
        {
            case ListType list:
                WriteItems(code, list, value, depth);
                break;
            case MapType map:
                WriteEntries(code, map, value, depth);
                break;
            case ShapeType:
                code.Line($"{type.Name}Query.Write(ref form, {value});");
                break;
            default:
                code.Line($"form.Write({BoundText.Of(type, value)});");
                break;
        }
    }

    private static void WriteItems(CodeWriter code, ListType list, string value, int depth)
    {
        string index = Numbered("index", depth);
        using (code.Block($"for (int {index} = 0; {index} < {value}.Count; {index}++)"))
        {
            code.Line($"form.EnterItem({index} + 1);");
            if (KeyOf("", list.Item, isFlattened: false) is { Length: > 0 } key)
            {
                WriteValue(code, key, list.Item, $"{value}[{index}]", depth + 1);
            }
            else
            {
                WriteContent(code, list.Item, $"{value}[{index}]", depth + 1);
            }

            code.Line("form.LeaveItem();");
        }
    }

    private static void WriteEntries(CodeWriter code, MapType map, string value, int depth)
    {
        string index = Numbered("index", depth);
        string key = Numbered("key", depth);
        string item = Numbered("item", depth);
        using (code.Block())
        {
            code.Line($"int {index} = 0;");
            using (code.Block($"foreach ((string {key}, {map.Value.Name} {item}) in {value})"))
            {
                code.Line($"form.EnterItem(++{index});");
                code.Line($"form.Write({Literals.Utf8(map.KeyElement.Name)}, {key});");
                string part = KeyOf(map.ValueElement.Name, map.Value, isFlattened: false);
                WriteValue(code, part, map.Value, item, depth + 1);
                code.Line("form.LeaveItem();");
            }
        }
    }

    /// <summary>What the keys of a value's items begin with.</summary>
    private static string KeyOf(string name, TypePlan type, bool isFlattened)
    {
        string? inner =
            isFlattened ? null
            : type is ListType list ? list.Element?.Name
            : type is MapType ? "entry"
            : null;
        return inner is null ? name
            : name.Length == 0 ? inner
            : $"{name}.{inner}";
    }
}
