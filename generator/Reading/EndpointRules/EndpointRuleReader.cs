using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>Reads rules with what is below them. A rule that is wrong is left out.</summary>
internal sealed class EndpointRuleReader(DiagnosticBag diagnostics)
{
    private readonly EndpointExpressionReader _expressions = new(diagnostics);
    private readonly EndpointResultReader _results = new(diagnostics);

    /// <param name="owner">The rule set or the tree whose member <c>rules</c> is read.</param>
    /// <param name="scope">What the rules can use.</param>
    public EquatableArray<EndpointRule> ReadAll(JsonFields owner, EndpointScope scope) =>
        owner
            .Items<JsonObject>("rules", "an object")
            .Select(rule => Read(new JsonFields(rule, diagnostics), scope))
            .OfType<EndpointRule>()
            .ToEquatableArray();

    /// <summary>Null, with a diagnostic, when the rule is wrong.</summary>
    public EndpointRule? Read(JsonFields rule, EndpointScope scope)
    {
        if (rule.RequiredText("type") is not { } type || ReadConditions(rule, ref scope) is not { } conditions)
        {
            return null;
        }

        switch (type)
        {
            case "endpoint":
                return rule.RequiredObject("endpoint") is { } endpoint && _results.Read(endpoint, scope) is { } result
                    ? new EndpointResultRule(conditions, result)
                    : null;
            case "error":
                return
                    rule.Require<JsonValue>("error", "a string") is { } error
                    && _expressions.ReadText(error, scope, "an error") is { } text
                    ? new EndpointErrorRule(conditions, text)
                    : null;
            case "tree":
                return rule.Require<JsonArray>("rules", "an array") is not null
                    ? new EndpointTreeRule(conditions, ReadAll(rule, scope))
                    : null;
            default:
                rule.Wrong("type", "endpoint, error or tree", type);
                return null;
        }
    }

    /// <summary>The conditions, and in <paramref name="scope"/> what is known once they hold; null when one is wrong.</summary>
    private EquatableArray<EndpointCondition>? ReadConditions(JsonFields rule, ref EndpointScope scope)
    {
        List<EndpointCondition> conditions = [];
        if (!rule.Has("conditions"))
        {
            return [];
        }

        if (rule.Get<JsonArray>("conditions", "an array") is not { } items)
        {
            return null;
        }

        foreach (JsonObject item in rule.Items<JsonObject>("conditions", "an object"))
        {
            if (ReadCondition(new JsonFields(item, diagnostics), scope) is not { } condition)
            {
                return null;
            }

            conditions.Add(condition);
            scope = scope.After(condition);
        }

        return conditions.Count == items.Items.Count ? conditions.ToEquatableArray() : null;
    }

    /// <summary>Null, with a diagnostic, when the condition is wrong.</summary>
    public EndpointCondition? ReadCondition(JsonFields condition, EndpointScope scope)
    {
        if (_expressions.ReadCall(condition, scope) is not { } value)
        {
            return null;
        }

        if (scope.TypeOf(value).Kind == EndpointKind.Number)
        {
            diagnostics.Add(EndpointDiagnostics.WrongType, condition.Json.StartSpan, "A number cannot be a condition");
            return null;
        }

        if (!condition.Has("assign"))
        {
            return new EndpointCondition(value, Assign: null);
        }

        if (
            condition.Get<JsonString>("assign", "a string") is not { } name
            || !Identifier.Check(name, diagnostics)
            || IsTaken(name, scope)
        )
        {
            return null;
        }

        return new EndpointCondition(value, name.Value);
    }

    private bool IsTaken(JsonString name, EndpointScope scope)
    {
        bool isTaken = scope.Find(name.Value) is not null;
        if (isTaken)
        {
            diagnostics.Add(EndpointDiagnostics.AssignedTwice, name.Span, name.Value);
        }

        return isTaken;
    }
}
