using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>
/// Reads the rules of Smithy's rules engine, a rule set or the decision diagram that one was compiled to, and checks names and
/// types on the way: what comes out can be compiled. A rule that is wrong is left out and reported.
/// </summary>
internal static class EndpointRuleSetReader
{
    /// <param name="root">
    /// The content of <c>endpoint-rule-set-1.json</c>, or of the trait <c>smithy.rules#endpointRuleSet</c> or
    /// <c>smithy.rules#endpointBdd</c>.
    /// </param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    /// <returns>Null, with a diagnostic, when nothing sound is left.</returns>
    public static EndpointRuleSet? Read(JsonObject root, DiagnosticBag diagnostics)
    {
        JsonFields ruleSet = new(root, diagnostics);
        if (!IsSupported(ruleSet) || ruleSet.RequiredObject("parameters") is null)
        {
            return null;
        }

        EquatableArray<EndpointParameter> parameters = EndpointParameterReader.ReadAll(ruleSet);
        EndpointScope scope = EndpointScope.Of(parameters);
        if (ruleSet.Has("nodes"))
        {
            return new EndpointRuleSet(parameters, DecisionDiagramReader.ReadAll(ruleSet, scope));
        }

        return ruleSet.Require<JsonArray>("rules", "an array") is null
            ? null
            : new EndpointRuleSet(parameters, new EndpointRuleReader(diagnostics).ReadAll(ruleSet, scope));
    }

    private static bool IsSupported(JsonFields ruleSet)
    {
        if (ruleSet.Require<JsonString>("version", "a string") is not { } version)
        {
            return false;
        }

        if (!version.Value.StartsWith("1.", StringComparison.Ordinal))
        {
            ruleSet.Diagnostics.Add(
                EndpointDiagnostics.UnsupportedVersion,
                version.Span,
                $"Version '{version.Value}' of the rules engine is not known"
            );
            return false;
        }

        return true;
    }
}
