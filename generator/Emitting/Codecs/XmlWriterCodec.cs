using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that writes values with a <c>Utf8XmlWriter</c> named <c>xml</c>.</summary>
internal sealed class XmlWriterCodec() : ObjectWriterCodec("Xml", "Utf8XmlWriter xml")
{
    private const string Entry = "entry";

    protected override string Modifier => "ref ";

    public override string RequestWriter(BodyObject? body) => "http.Xml()";

    public override void WriteShape(CodeWriter code, StructurePlan shape, BodyObject body, string writer, string value)
    {
        Declare(code, writer);
        StartObject(code, body.Element);
        code.Line($"{shape.Name}Xml.Write(ref xml, {value});");
        EndObject(code, body.Element);
    }

    public override void WritePayload(CodeWriter code, PayloadPart payload, string writer, string value)
    {
        Declare(code, writer);
        WriteElement(code, payload.Element, payload.Member.Type, value, depth: 0);
    }

    public override void WriteEmptyRequest(CodeWriter code, BodyObject? body)
    {
        if (body?.Element is { } root)
        {
            Declare(code, RequestWriter(body));
            WriteStart(code, root);
            WriteEnd(code, root);
        }
    }

    protected override void StartObject(CodeWriter code, ElementPlan? element)
    {
        if (element is not null)
        {
            WriteStart(code, element);
        }
    }

    protected override void EndObject(CodeWriter code, ElementPlan? element)
    {
        if (element is not null)
        {
            WriteEnd(code, element);
        }
    }

    /// <summary>An element's attributes stand in its start tag.</summary>
    protected override void WriteMembers(CodeFile file, IEnumerable<MemberPlan> members, string owner) =>
        base.WriteMembers(file, members.OrderBy(static member => !member.IsAttribute), owner);

    protected override void WriteMember(CodeWriter code, MemberPlan member, string value)
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
            code.Line($"xml.WriteAttribute({Literals.Utf8(name)}, {Literals.String(declared.Uri)});");
        }
    }

    private static void WriteEnd(CodeWriter code, ElementPlan element) =>
        code.Line($"xml.WriteEndElement({Name(element)});");

    private static string Name(ElementPlan element) => Literals.Utf8(element.Name);
}
