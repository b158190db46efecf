using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Where protocols with HTTP bindings put a member, and its name there.</summary>
internal static class HttpLocationReader
{
    public static (MemberLocation Location, string Name) Read(string member, AstNode node)
    {
        if (node.Has(Trait.HttpLabel))
        {
            if (!node.Traits.Has(Trait.Required))
            {
                node.Diagnostics.Add(
                    ReadingDiagnostics.InvalidHttpBinding,
                    node.Traits.Json[Trait.HttpLabel]!.StartSpan,
                    $"Member '{member}' is part of the path and counts as required; add the trait {Trait.Required}"
                );
            }

            return (MemberLocation.Label, member);
        }

        if (node.Has(Trait.HttpQueryParams))
        {
            return (MemberLocation.Query, member);
        }

        if (node.Has(Trait.HttpResponseCode))
        {
            return (MemberLocation.StatusCode, member);
        }

        return node.Text(Trait.HttpQuery) is { } parameter ? (MemberLocation.Query, parameter)
            : node.Text(Trait.HttpHeader) is { } header ? (MemberLocation.Header, header)
            : node.Text(Trait.HttpPrefixHeaders) is { } prefix ? (MemberLocation.PrefixHeaders, prefix)
            : (MemberLocation.Body, member);
    }
}
