using Microsoft.CodeAnalysis;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.EndpointRules;
using SsoOidcGen.Reading.Json;
using SsoOidcGen.Tests.Diagnostics;
using SsoOidcGen.Tests.Reading;

namespace SsoOidcGen.Tests.EndpointRules;

/// <summary>Reads rule sets that a test writes down in parts.</summary>
internal static class RuleSetReading
{
    private const string Parameters = """
        {
          "Region": {"type": "string", "required": false, "builtIn": "AWS::Region"},
          "UseFIPS": {"type": "boolean", "required": true, "default": false, "builtIn": "AWS::UseFIPS"},
          "Names": {"type": "stringArray", "required": true}
        }
        """;

    /// <summary>A rule set around the given rules.</summary>
    public static string RuleSet(string rules, string parameters = Parameters) =>
        $$"""{"version": "1.0", "parameters": {{parameters}}, "rules": [{{rules}}] }""";

    /// <summary>An endpoint rule with one condition.</summary>
    public static string Condition(string condition) =>
        RuleSet($$"""{"type": "endpoint", "conditions": [{{condition}}], "endpoint": {"url": "https://a"} }""");

    /// <summary>An endpoint rule without conditions.</summary>
    public static string Endpoint(string endpoint) => RuleSet($$"""{"type": "endpoint", "endpoint": {{endpoint}} }""");

    public static (EndpointRuleSet? Rules, IReadOnlyList<DiagnosticInfo> Diagnostics) Read(string text)
    {
        DiagnosticBag diagnostics = new();
        JsonObject root = (JsonObject)
            JsonParser.Parse(new JsonFile("model/rules.json", text), diagnostics, CancellationToken.None)!;
        return (EndpointRuleSetReader.Read(root, diagnostics), diagnostics.ToArray());
    }

    /// <summary>Expects one diagnostic at the marked place.</summary>
    /// <returns>Its message.</returns>
    public static string ReadUnsound(string id, string marked)
    {
        MarkedText place = new(marked);

        DiagnosticInfo found = Assert.Single(Read(place.Text).Diagnostics);

        Assert.Equal(id, found.Id);
        Assert.Equal("model/rules.json", found.Span!.Path);
        Assert.Equal(place.Token, place.Text.Substring(found.Span.Start, found.Span.Length));
        string message = found.ToDiagnostic().GetMessage();
        AcceptedMessages.AssertAccepted(id, message);
        return message;
    }
}
