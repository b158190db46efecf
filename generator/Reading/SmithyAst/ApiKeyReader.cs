using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

internal static class ApiKeyReader
{
    private const string Separators = "!#$%&'*+-.^_`|~";

    /// <summary>Headers that describe a body: .NET lets a request without one have none of them.</summary>
    private static readonly string[] OfContent = ["Allow", "Expires", "Last-Modified"];

    /// <summary>Null when the service takes no API key, or, with a diagnostic, does not say soundly where.</summary>
    public static ApiKeyTrait? Read(AstNode service)
    {
        if (service.Object(Trait.HttpApiKeyAuth) is not { } trait)
        {
            return null;
        }

        string? name = trait.RequiredText("name");
        string? location = trait.RequiredText("in");
        string? scheme = trait.Text("scheme");
        if (name is null || location is null)
        {
            return null;
        }

        (string Property, string Expected)? fault =
            location is not ("header" or "query") ? ("in", "'header' or 'query'")
            : location == "header" && !IsRequestHeader(name) ? ("name", "the name of a request header")
            : name.Length == 0 ? ("name", "the name of a query parameter")
            : scheme is not null && location == "query" ? ("scheme", "left out, because the key is in the query,")
            : scheme is not null && !IsToken(scheme) ? ("scheme", "the name of an authentication scheme")
            : null;
        if (fault is var (property, expected))
        {
            trait.Wrong(property, expected, $"'{trait.Text(property)}'");
            return null;
        }

        return new ApiKeyTrait(name) { IsInQuery = location == "query", Scheme = scheme };
    }

    private static bool IsRequestHeader(string name) =>
        IsToken(name)
        && !name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
        && !OfContent.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>RFC 9110 §5.6.2.</summary>
    private static bool IsToken(string text) =>
        text.Length > 0 && text.All(static c => c < 128 && (char.IsLetterOrDigit(c) || Separators.Contains(c)));
}
