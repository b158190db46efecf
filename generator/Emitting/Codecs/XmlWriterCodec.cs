using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that writes values with a <c>Utf8XmlWriter</c> named <c>xml</c>.</summary>
internal sealed class XmlWriterCodec : IWriterCodec
{
    private const string Entry = "entry";

    public string ClassSuffix => "Xml";

    public string EventWriter => "message.Xml()";

    public string RequestWriter(BodyObject? body) => "http.Xml()";

    public void WriteMethod(CodeFile file, StructurePlan shape)
    {
        using (file.Code.Block($"public static void Write(ref Utf8XmlWriter xml, {shape.Name} value)"))
        {
            if (shape.IsUnion)
            {
                WriteCases(file.Code, shape);
            }
            else
            {
                WriteMembers(file, shape.Members, "value");
            }
        }
    }

    public void WriteShape(CodeWriter code, StructurePlan shape, BodyObject body, string writer, string value)
    {
        code.Line($"Utf8XmlWriter xml = {writer};");
        WriteStart(code, body.Element!);
        code.Line($"{shape.Name}Xml.Write(ref xml, {value});");
        WriteEnd(code, body.Element!);
    }

    public void WriteObject(CodeFile file, BodyObject body, string writer, string owner)
    {
        file.Code.Line($"Utf8XmlWriter xml = {writer};");
        WriteStart(file.Code, body.Element!);
        WriteMembers(file, body.Members, owner);
        WriteEnd(file.Code, body.Element!);
    }

    public void WritePayload(CodeWriter code, PayloadPart payload, string writer, string value)
    {
        code.Line($"Utf8XmlWriter xml = {writer};");
        WriteElement(code, payload.Element, payload.Member.Type, value, depth: 0);
    }

    public void WriteEmptyRequest(CodeWriter code, BodyObject? body)
    {
        if (body?.Element is { } root)
        {
            code.Line("Utf8XmlWriter xml = http.Xml();");
            WriteStart(code, root);
            WriteEnd(code, root);
        }
    }

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

    private static void WriteMembers(CodeFile file, IReadOnlyList<MemberPlan> members, string owner)
    {
        // An element's attributes stand in its start tag.
        foreach (MemberPlan member in members.OrderBy(static member => !member.IsAttribute))
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
        switch (member)
        {
            case { IsAttribute: true }:
                code.Line($"xml.WriteAttribute({Name(member.Element)}, {BoundText.Of(member.Type, value)});");
                break;
            case { IsFlattened: true, Type: ListType list }:
                WriteItems(code, list, list.Element! with { Name = member.Element.Name }, value, depth: 0);
                break;
            case { IsFlattened: true, Type: MapType map }:
                WriteEntries(code, map, member.Element, value, depth: 0);
                break;
            default:
                WriteElement(code, member.Element, member.Type, value, depth: 0);
                break;
        }
    }

    private static void WriteElement(CodeWriter code, ElementPlan element, TypePlan type, string value, int depth)
    {
        bool isNested = type is ListType or MapType or ShapeType;
        if (!isNested && element.Namespace is null)
        {
            code.Line($"xml.WriteElement({Name(element)}, {BoundText.Of(type, value)});");
            return;
        }

        WriteStart(code, element);
        switch (type)
        {
            case ListType list:
                WriteItems(code, list, list.Element!, value, depth);
                break;
            case MapType map:
                WriteEntries(code, map, new ElementPlan(Entry), value, depth);
                break;
            case ShapeType:
                code.Line($"{type.Name}Xml.Write(ref xml, {value});");
                break;
            default:
                code.Line($"xml.WriteText({BoundText.Of(type, value)});");
                break;
        }

        WriteEnd(code, element);
    }

    private static void WriteItems(CodeWriter code, ListType list, ElementPlan element, string value, int depth)
    {
        string item = Numbered("item", depth);
        using (code.Block($"foreach ({list.Item.Name} {item} in {value})"))
        {
            WriteElement(code, element, list.Item, item, depth + 1);
        }
    }

    private static void WriteEntries(CodeWriter code, MapType map, ElementPlan element, string value, int depth)
    {
        string key = Numbered("key", depth);
        string item = Numbered("item", depth);
        using (code.Block($"foreach ((string {key}, {map.Value.Name} {item}) in {value})"))
        {
            WriteStart(code, element);
            WriteElement(code, map.KeyElement, new StringType(MinLength: null), key, depth + 1);
            WriteElement(code, map.ValueElement, map.Value, item, depth + 1);
            WriteEnd(code, element);
        }
    }

    private static void WriteStart(CodeWriter code, ElementPlan element)
    {
        code.Line($"xml.WriteStartElement({Name(element)});");
        if (element.Namespace is { } declared)
        {
            string name = declared.Prefix is null ? "xmlns" : "xmlns:" + declared.Prefix;
            code.Line($"xml.WriteAttribute({Literals.String(name)}u8, {Literals.String(declared.Uri)});");
        }
    }

    private static void WriteEnd(CodeWriter code, ElementPlan element) =>
        code.Line($"xml.WriteEndElement({Name(element)});");

    private static string Name(ElementPlan element) => Literals.String(element.Name) + "u8";

    private static string Numbered(string name, int depth) => depth == 0 ? name : name + (depth + 1);
}
