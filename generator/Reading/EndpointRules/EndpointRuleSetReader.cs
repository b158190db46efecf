using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>
/// Reads a rule set of Smithy's rules engine, and checks names and types on the way: what comes out can be compiled.
/// A rule that is wrong is left out and reported.
/// </summary>
internal static class EndpointRuleSetReader
{
    /// <param name="root">The content of <c>endpoint-rule-set-1.json</c> or of the trait <c>smithy.rules#endpointRuleSet</c>.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    /// <returns>Null, with a diagnostic, when nothing sound is left.</returns>
    public static EndpointRuleSet? Read(JsonValue root, DiagnosticBag diagnostics)
    {
        EndpointJson json = new(diagnostics);
        if (json.As<JsonObject>(root, "A rule set") is not { } ruleSet || !IsSupported(ruleSet, json))
        {
            return null;
        }

        JsonObject? declared = json.Required<JsonObject>(ruleSet, "parameters");
        JsonArray? rules = json.Required<JsonArray>(ruleSet, "rules");
        if (declared is null || rules is null)
        {
            return null;
        }

        EquatableArray<EndpointParameter> parameters = new EndpointParameterReader(json).ReadAll(declared);
        return new EndpointRuleSet(
            parameters,
            new EndpointRuleReader(json).ReadAll(rules, EndpointScope.Of(parameters))
        );
    }

    private static bool IsSupported(JsonObject ruleSet, EndpointJson json)
    {
        if (ruleSet["nodes"] is { } nodes)
        {
            json.Diagnostics.Add(
                EndpointDiagnostics.UnsupportedVersion,
                nodes.Span,
                "The rules are a binary decision diagram"
            );
            return false;
        }

        if (json.Required<JsonString>(ruleSet, "version") is not { } version)
        {
            return false;
        }

        if (!version.Value.StartsWith("1.", StringComparison.Ordinal))
        {
            json.Diagnostics.Add(
                EndpointDiagnostics.UnsupportedVersion,
                version.Span,
                $"Version '{version.Value}' of the rules engine is not known"
            );
            return false;
        }

        return true;
    }
}
