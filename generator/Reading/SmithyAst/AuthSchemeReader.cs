using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

internal static class AuthSchemeReader
{
    private static readonly string[] Namespaces = ["aws.auth#", "smithy.api#http"];

    /// <summary>The service's schemes, best first: as it lists them, else in the order of their ids.</summary>
    public static EquatableArray<AuthScheme> ReadService(AstNode service, ShapeIndex shapes)
    {
        List<JsonProperty> declared = Declared(service, shapes);
        if (declared.Count == 0 || service.Traits.Json[Trait.Auth] is JsonArray { Items.Count: 0 })
        {
            return [AuthScheme.None];
        }

        EquatableArray<AuthScheme> schemes = service.Traits.Has(Trait.Auth)
            ? ReadList(service, service)
            : Supported(declared, static trait => trait.Name, static trait => trait.NameSpan, service.Diagnostics);
        if (schemes.Count == 0)
        {
            service.Diagnostics.Add(ReadingDiagnostics.NoAuthScheme, declared[0].NameSpan);
        }

        return schemes;
    }

    /// <summary>The operation's own schemes; empty when it has none. Null when it has, and none is supported.</summary>
    public static EquatableArray<AuthScheme>? ReadOperation(
        AstNode operation,
        AstNode service,
        EquatableArray<AuthScheme> ofService
    )
    {
        bool isOptional = operation.Has(Trait.OptionalAuth);
        EquatableArray<AuthScheme> own =
            operation.Traits.Has(Trait.Auth) ? ReadList(operation, service)
            : isOptional ? ofService
            : [];
        if (own.Count == 0 && operation.Traits.Has(Trait.Auth) && operation.Traits.Texts(Trait.Auth).Any())
        {
            operation.Diagnostics.Add(
                ReadingDiagnostics.NoAuthScheme,
                operation.Json.Locate("traits", Trait.Auth).StartSpan
            );
            return null;
        }

        if (own.Count == 0 && operation.Traits.Has(Trait.Auth))
        {
            return [AuthScheme.None];
        }

        EquatableArray<AuthScheme> all = isOptional ? own.Append(AuthScheme.None).Distinct().ToEquatableArray() : own;
        return all.Equals(ofService) ? [] : all;
    }

    public static bool IsScheme(string trait) =>
        trait is Trait.SigV4 or Trait.SigV4a
        || (
            Namespaces.Any(name => trait.StartsWith(name, StringComparison.Ordinal))
            && trait.EndsWith("Auth", StringComparison.Ordinal)
        );

    private static EquatableArray<AuthScheme> ReadList(AstNode owner, AstNode service)
    {
        List<JsonString> listed = [];
        foreach (JsonString id in owner.Traits.Texts(Trait.Auth))
        {
            if (service.Traits.Has(id.Value))
            {
                listed.Add(id);
            }
            else
            {
                owner.Diagnostics.Add(
                    ReadingDiagnostics.WrongValue,
                    id.Span,
                    Trait.Auth,
                    "a list of authentication traits that the service has",
                    $"'{id.Value}'"
                );
            }
        }

        return Supported(listed, static id => id.Value, static id => id.Span, owner.Diagnostics);
    }

    private static List<JsonProperty> Declared(AstNode service, ShapeIndex shapes) =>
        [
            .. service
                .Traits.Json.Properties.Where(trait => IsScheme(trait.Name) || IsDefinedAsScheme(trait.Name, shapes))
                .OrderBy(static trait => trait.Name, StringComparer.Ordinal),
        ];

    /// <summary>The model defines a scheme of its own.</summary>
    private static bool IsDefinedAsScheme(string trait, ShapeIndex shapes) =>
        shapes.Declaration(trait)?.Value is JsonObject definition
        && definition["traits"] is JsonObject traits
        && traits[Trait.AuthDefinition] is not null;

    /// <summary>Places cost time, because lines have to be counted: they are asked for only when there is something to report.</summary>
    private static EquatableArray<AuthScheme> Supported<T>(
        IEnumerable<T> listed,
        Func<T, string> idOf,
        Func<T, SourceSpan> placeOf,
        DiagnosticBag diagnostics
    )
    {
        List<AuthScheme> schemes = [];
        foreach (T item in listed)
        {
            if (Find(idOf(item)) is { } scheme)
            {
                schemes.Add(scheme);
            }
            else
            {
                diagnostics.AddOnce(ReadingDiagnostics.UnsupportedAuthScheme, placeOf(item), idOf(item));
            }
        }

        return schemes.ToEquatableArray();
    }

    private static AuthScheme? Find(string id) =>
        id switch
        {
            Trait.SigV4 => AuthScheme.SigV4,
            Trait.SigV4a => AuthScheme.SigV4a,
            Trait.HttpBearerAuth => AuthScheme.Bearer,
            Trait.HttpBasicAuth => AuthScheme.Basic,
            Trait.HttpApiKeyAuth => AuthScheme.ApiKey,
            _ => null,
        };
}
