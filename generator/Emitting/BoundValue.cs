using SsoOidcGen.Emitting.Text;
using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>Locals with the values of members that do not travel in a body.</summary>
internal static class BoundValue
{
    /// <param name="source">The variable of the response or error.</param>
    /// <param name="status">The expression of its status, a number.</param>
    public static void WriteLocal(CodeWriter code, PartPlan part, string source, string status)
    {
        MemberPlan member = part.Member;
        string name = Literals.String(member.WireName);
        string value = part switch
        {
            StatusPart => status,
            PrefixHeadersPart => $"{source}.PrefixHeaders({name})",
            LooseDatePart => $"BindingValue.TryReadTimestamp({source}.Header({name}))",
            _ => FromHeader(member, $"{source}.Header({name})"),
        };
        code.Line($"{member.Type.Name}? {member.LocalName} = {value};");
    }

    private static string FromHeader(MemberPlan member, string header) =>
        member.Type switch
        {
            StringType when member.HoldsJson => $"BindingValue.ReadBase64Text({header})",
            StringType => header,
            EnumType =>
                $"{header} is {{ }} {member.LocalName}Text ? new {member.Type.Name}({member.LocalName}Text) : ({member.Type.Name}?)null",
            ListType { Item: TimestampType { Encoding: TimestampEncoding.HttpDate } } =>
                $"BindingValue.ReadHttpDateList({header})",
            ListType list => $"BindingValue.ReadList({header}, {ItemParser(list.Item)})",
            _ => $"{Parser(member.Type)}({header})",
        };

    private static string ItemParser(TypePlan item) =>
        item switch
        {
            StringType => "static text => text",
            EnumType => $"static text => new {item.Name}(text)",
            _ => $"static text => {Parser(item)}(text)!.Value",
        };

    private static string Parser(TypePlan type) =>
        type switch
        {
            BooleanType => "BindingValue.ReadBoolean",
            NumberType number => $"BindingValue.Read{number.Kind}",
            TimestampType => "BindingValue.ReadTimestamp",
            _ => "BindingValue.ReadBlob",
        };
}
