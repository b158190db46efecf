using SsoOidcGen.Reading.Formats;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>The absolute id of a shape, <c>namespace#Name</c>, or of a member, <c>namespace#Name$member</c>.</summary>
internal static class ShapeId
{
    public static bool IsValid(string id)
    {
        int hash = id.IndexOf('#');
        return hash > 0
            && id.Substring(0, hash).Split('.').All(Identifier.IsValid)
            && Identifier.IsValid(id.Substring(hash + 1));
    }

    public static string NameOf(string id) => id.Substring(id.IndexOf('#') + 1);

    /// <summary>The shape of an id, and the member's name where it is one of a member.</summary>
    public static (string Shape, string? Member) Split(string id)
    {
        int dollar = id.IndexOf('$');
        return dollar < 0 ? (id, null) : (id.Substring(0, dollar), id.Substring(dollar + 1));
    }
}
