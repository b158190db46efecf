using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting.Text;

/// <summary>Expressions for the text of a value in a path, a query, a header or a host.</summary>
internal static class BoundText
{
    /// <summary>The text of a value that is not null.</summary>
    public static string Of(TypePlan type, string value) =>
        type switch
        {
            StringType { IsIdWithPath: true } => $"BindingText.WithoutPath({value})",
            StringType => value,
            EnumType => value + ".Value",
            TimestampType timestamp => $"Timestamps.To{timestamp.Encoding}({value})",
            _ => $"BindingText.Of({value})",
        };

    /// <summary>The text, or the texts of a list; null when the member is.</summary>
    public static string OfQuery(MemberPlan member, string value) =>
        member.Type switch
        {
            ListType { Item: StringType, Sparse: false } => value,
            ListType list => Items(member, value, Of(list.Item, "item")),
            _ => OfScalar(member, value),
        };

    /// <inheritdoc cref="OfQuery"/>
    public static string OfHeader(MemberPlan member, string value) =>
        member.Type switch
        {
            StringType when member.HoldsJson => member.IsNullable
                ? $"{value} is {{ }} {member.LocalName} ? BindingText.Base64OfText({member.LocalName}) : null"
                : $"BindingText.Base64OfText({value})",
            ListType { Item: StringType or EnumType } list => Items(
                member,
                value,
                $"BindingText.ListItem({Of(list.Item, "item")})"
            ),
            ListType list => Items(member, value, Of(list.Item, "item")),
            _ => OfScalar(member, value),
        };

    private static string Items(MemberPlan member, string value, string text) =>
        $"{value}{(member.IsNullable ? "?" : "")}.Select(static item => {text})";

    private static string OfScalar(MemberPlan member, string value) =>
        member.Type switch
        {
            StringType { IsIdWithPath: false } => value,
            EnumType => $"{value}{(member.IsNullable ? "?" : "")}.Value",
            _ when member.IsNullable =>
                $"{value} is {{ }} {member.LocalName} ? {Of(member.Type, member.LocalName)} : null",
            _ => Of(member.Type, value),
        };
}
