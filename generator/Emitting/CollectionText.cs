using SsoOidcGen.Plan;

namespace SsoOidcGen.Emitting;

/// <summary>The expression by which a record prints a list or a map.</summary>
internal static class CollectionText
{
    public static string Of(TypePlan type, string value)
    {
        TypePlan? content = type switch
        {
            ListType list => list.Item,
            MapType map => map.Value,
            _ => null,
        };
        return content is ListType or MapType
            ? $"RecordText.Of({value}, static item => {Of(content, "item")})"
            : $"RecordText.Of({value})";
    }
}
