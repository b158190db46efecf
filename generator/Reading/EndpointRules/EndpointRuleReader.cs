using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

internal sealed class EndpointRuleReader(EndpointJson json)
{
    private readonly EndpointExpressionReader _expressions = new(json);
    private readonly EndpointResultReader _results = new(json);

    public EquatableArray<EndpointRule> ReadAll(JsonArray rules, EndpointScope scope)
    {
        List<EndpointRule> read = [];
        foreach (JsonValue item in rules.Items)
        {
            if (json.As<JsonObject>(item, "A rule") is { } rule && Read(rule, scope) is { } sound)
            {
                read.Add(sound);
            }
        }

        return read.ToEquatableArray();
    }

    private EndpointRule? Read(JsonObject rule, EndpointScope scope)
    {
        if (
            json.Required<JsonString>(rule, "type") is not { } type
            || ReadConditions(rule, ref scope) is not { } conditions
        )
        {
            return null;
        }

        switch (type.Value)
        {
            case "endpoint":
                return
                    json.Required<JsonObject>(rule, "endpoint") is { } endpoint
                    && _results.Read(endpoint, scope) is { } result
                    ? new EndpointResultRule(conditions, result)
                    : null;
            case "error":
                return rule["error"] is { } error && _expressions.ReadText(error, scope, "an error") is { } text
                    ? new EndpointErrorRule(conditions, text)
                    : Missing(rule, "error");
            case "tree":
                return json.Required<JsonArray>(rule, "rules") is { } rules
                    ? new EndpointTreeRule(conditions, ReadAll(rules, scope))
                    : null;
            default:
                json.Malformed(type, $"'{type.Value}' is no type of rule; use endpoint, error or tree");
                return null;
        }
    }

    private EndpointRule? Missing(JsonObject rule, string name)
    {
        if (rule[name] is null)
        {
            json.Malformed(rule, $"'{name}' is missing");
        }

        return null;
    }

    /// <summary>The conditions, and in <paramref name="scope"/> what is known once they hold; null when one is wrong.</summary>
    private EquatableArray<EndpointCondition>? ReadConditions(JsonObject rule, ref EndpointScope scope)
    {
        if (rule["conditions"] is null)
        {
            return [];
        }

        if (json.Optional<JsonArray>(rule, "conditions") is not { } array)
        {
            return null;
        }

        List<EndpointCondition> conditions = [];
        foreach (JsonValue item in array.Items)
        {
            if (
                json.As<JsonObject>(item, "A condition") is not { } condition
                || ReadCondition(condition, scope) is not { } read
            )
            {
                return null;
            }

            conditions.Add(read);
            scope = scope.After(read);
        }

        return conditions.ToEquatableArray();
    }

    private EndpointCondition? ReadCondition(JsonObject condition, EndpointScope scope)
    {
        if (_expressions.ReadCall(condition, scope) is not { } value)
        {
            return null;
        }

        if (json.Optional<JsonString>(condition, "assign") is not { } assign)
        {
            return condition["assign"] is null ? new EndpointCondition(value, Assign: null) : null;
        }

        if (!EndpointNames.IsIdentifier(assign.Value))
        {
            json.Malformed(assign, $"'{assign.Value}' cannot name a value; use letters, digits and '_'");
            return null;
        }

        if (scope.Find(assign.Value) is not null)
        {
            json.Diagnostics.Add(EndpointDiagnostics.AssignedTwice, assign.Span, assign.Value);
            return null;
        }

        return new EndpointCondition(value, assign.Value);
    }
}
