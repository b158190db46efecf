using SsoOidcGen.Model;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Reading.JmesPath;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>Reads the trait <c>paginated</c> of an operation, over what the service says for all of them.</summary>
internal static class PaginatorReader
{
    /// <summary>Null when the operation has no pages, or, with a diagnostic, when they cannot be gone through.</summary>
    public static PaginatorModel? Read(string name, AstNode operation, AstNode service)
    {
        if (Traits(operation, service) is not { } paginated)
        {
            return null;
        }

        JsonString? items = paginated.Get<JsonString>("items", "a string");
        if (
            paginated.RequiredText("inputToken") is not { } inputToken
            || paginated.Require<JsonString>("outputToken", "a string") is not { } outputToken
            || JmesPathReader.Read(outputToken, operation.Diagnostics) is not { } output
            || ReadItems(items, operation) is not { } results
        )
        {
            return null;
        }

        return new PaginatorModel
        {
            Operation = name,
            InputTokens = [inputToken],
            OutputTokens = [output],
            ResultKeys = results,
            LimitKey = paginated.Text("pageSize"),
        };
    }

    /// <summary>The trait of an operation with what the service's adds to it; null when the operation has none.</summary>
    public static JsonFields? Traits(AstNode operation, AstNode service) =>
        operation.Object(Trait.Paginated) is not { } own ? null
        : service.Object(Trait.Paginated) is { } everywhere
            ? new JsonFields(
                JsonLayers.Over(
                    JsonLayers.Over(JsonLayers.Empty(own.Json), everywhere.Json.Properties),
                    own.Json.Properties
                ),
                operation.Diagnostics
            )
        : own;

    private static EquatableArray<JmesPathExpression>? ReadItems(JsonString? items, AstNode operation) =>
        items is null ? []
        : JmesPathReader.Read(items, operation.Diagnostics) is { } path ? [path]
        : null;
}
