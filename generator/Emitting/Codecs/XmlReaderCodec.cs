using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Codecs;

/// <summary>Code that reads values with a <c>Utf8XmlReader</c>.</summary>
internal sealed class XmlReaderCodec() : ObjectReaderCodec("Xml", "Utf8XmlReader")
{
    public override string ResponseReader(BodyObject? body) =>
        body?.Element is { } wrapper ? $"response.XmlReader({Literals.Utf8(wrapper.Name)})" : base.ResponseReader(body);

    public override void ReadError(CodeWriter code, IReadOnlyList<MemberPlan> members)
    {
        List<MemberPlan> attributes = members.Where(static member => member.IsAttribute).ToList();
        if (attributes.Count > 0)
        {
            using (code.Block("while (reader.NextAttribute(out ReadOnlySpan<byte> attribute))"))
            {
                foreach (MemberPlan member in attributes)
                {
                    using (code.Block($"if (attribute.SequenceEqual({Literals.Utf8(member.WireName)}))"))
                    {
                        code.Line(ReadMember(member, "reader"));
                    }
                }
            }
        }

        base.ReadError(code, members.Where(static member => !member.IsAttribute).ToList());
    }

    /// <summary>The reader stands on the element already.</summary>
    protected override void EnterObject(CodeWriter code) { }

    protected override void SkipMembers(CodeWriter code) => code.Line("reader.Skip();");

    protected override string ReadMember(MemberPlan member, string reader) =>
        member switch
        {
            { IsFlattened: true, Type: ListType list } =>
                $"{member.LocalName} = XmlCollections.Add{Value(list.Item)}({member.LocalName}, {Read(list.Item, reader, depth: 0)});",
            { IsFlattened: true, Type: MapType map } =>
                $"{member.LocalName} = XmlCollections.ReadEntry({member.LocalName}, ref {reader}, {Names(map)}, {ReadRequired(map.Value)});",
            _ => base.ReadMember(member, reader),
        };

    protected override string ReadCase(TypePlan type) =>
        IsOptional(type) ? $"XmlValue.Require({ReadValue(type)}, ref reader)" : ReadValue(type);

    protected override string ReadCollection(TypePlan type, string reader, string readItem) =>
        type switch
        {
            ListType list => $"XmlCollections.Read{Value(list.Item)}List(ref {reader}, {readItem})",
            MapType map => $"XmlCollections.ReadMap(ref {reader}, {Names(map)}, {ReadRequired(map.Value)})",
            _ => base.ReadCollection(type, reader, readItem),
        };

    /// <summary>An element without a text is no value of the type.</summary>
    private static bool IsOptional(TypePlan type) => type is BooleanType or NumberType or TimestampType;

    private static string Value(TypePlan item) => IsOptional(item) ? "Value" : "";

    private static string Names(MapType map) =>
        $"{Literals.Utf8(map.KeyElement.Name)}, {Literals.Utf8(map.ValueElement.Name)}";

    private string ReadRequired(TypePlan type) =>
        IsOptional(type)
            ? $"static (ref Utf8XmlReader value) => XmlValue.Require({Read(type, "value", depth: 0)}, ref value)"
            : ReadMethod(type, depth: 0);
}
