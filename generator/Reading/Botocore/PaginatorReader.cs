using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.JmesPath;
using SsoOidcGen.Reading.JmesPath;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.Botocore;

/// <summary>Reads <c>paginators-1.json</c>.</summary>
internal static class PaginatorReader
{
    /// <param name="operations">What the service declares.</param>
    public static IEnumerable<PaginatorModel> ReadAll(
        JsonObject? root,
        JsonObject operations,
        DiagnosticBag diagnostics
    )
    {
        if (root is null)
        {
            yield break;
        }

        foreach ((JsonProperty property, JsonFields fields) in new JsonFields(root, diagnostics).Entries("pagination"))
        {
            if (operations[property.Name] is null)
            {
                diagnostics.Add(
                    ReadingDiagnostics.InvalidPaginator,
                    property.NameSpan,
                    property.Name,
                    "the service has no operation of that name"
                );
            }
            else if (Read(property.Name, fields) is { } paginator)
            {
                yield return paginator;
            }
        }
    }

    private static PaginatorModel? Read(string operation, JsonFields paginator)
    {
        Vocabulary.Paginator.Check(paginator);
        if (
            ReadNames(paginator, "input_token") is not { } inputTokens
            || ReadPaths(paginator, "output_token") is not { } outputTokens
            || ReadPaths(paginator, "result_key") is not { } resultKeys
        )
        {
            return null;
        }

        JsonString? limitKey = paginator.Get<JsonString>("limit_key", "a string");
        JsonString? moreResults = paginator.Get<JsonString>("more_results", "a string");
        JmesPathExpression? more = moreResults is null ? null : JmesPathReader.Read(moreResults, paginator.Diagnostics);
        return (limitKey is null && paginator.Has("limit_key")) || (more is null && paginator.Has("more_results"))
            ? null
            : new PaginatorModel
            {
                Operation = operation,
                InputTokens = inputTokens,
                OutputTokens = outputTokens,
                ResultKeys = resultKeys,
                LimitKey = limitKey?.Value,
                MoreResults = more,
            };
    }

    private static EquatableArray<string>? ReadNames(JsonFields paginator, string property)
    {
        EquatableArray<string> names = OneOrMore(paginator, property)
            .Select(static name => name.Value)
            .ToEquatableArray();
        return names.Count > 0 ? names : null;
    }

    private static EquatableArray<JmesPathExpression>? ReadPaths(JsonFields paginator, string property)
    {
        List<JmesPathExpression> paths = [];
        foreach (JsonString text in OneOrMore(paginator, property))
        {
            if (JmesPathReader.Read(text, paginator.Diagnostics) is not { } path)
            {
                return null;
            }

            paths.Add(path);
        }

        return paths.Count > 0 ? paths.ToEquatableArray() : null;
    }

    /// <summary>A string, or an array of at least one.</summary>
    private static IEnumerable<JsonString> OneOrMore(JsonFields paginator, string property)
    {
        if (paginator.Json[property] is not JsonArray array)
        {
            return paginator.Require<JsonString>(property, "a string or an array of strings") is { } only ? [only] : [];
        }

        if (array.Items.Count == 0)
        {
            paginator.Wrong(property, "a string or an array of strings", "an empty array");
        }

        return paginator.Texts(property);
    }
}
