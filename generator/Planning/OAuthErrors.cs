using System.Text;
using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>The error codes of OAuth 2.0 (RFC 6749 §5.2, RFC 8628 §3.5, RFC 7591 §3.2.2) that stand for a service's errors.</summary>
internal static class OAuthErrors
{
    private const string Suffix = "Exception";

    /// <summary>Null unless the error carries <c>error</c> and <c>error_description</c> as OAuth 2.0 has them.</summary>
    public static string? CodeOf(StructureShape error)
    {
        if (!HasMember(error, "error") || !HasMember(error, "error_description"))
        {
            return null;
        }

        string name = error.Name.EndsWith(Suffix, StringComparison.Ordinal)
            ? error.Name.Substring(0, error.Name.Length - Suffix.Length)
            : error.Name;
        return name == "InternalServer" ? "server_error" : SnakeCase(name);
    }

    private static bool HasMember(StructureShape shape, string jsonName) =>
        shape.Members.Any(member => member.JsonName == jsonName);

    private static string SnakeCase(string pascal)
    {
        StringBuilder code = new();
        foreach (char c in pascal)
        {
            if (char.IsUpper(c) && code.Length > 0)
            {
                code.Append('_');
            }

            code.Append(char.ToLowerInvariant(c));
        }

        return code.ToString();
    }
}
