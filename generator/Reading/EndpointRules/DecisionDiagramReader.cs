using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Model.EndpointRules;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>
/// Reads a binary decision diagram (Smithy <c>smithy.rules#endpointBdd</c>) as the rules that it was made of: a node becomes a
/// tree with what follows when its condition holds, and after that comes what follows when it does not.
/// </summary>
internal sealed class DecisionDiagramReader
{
    /// <summary>A node that others share is repeated for each of them, so the rules may be far more than the nodes.</summary>
    private const int MaxRules = 2000;
    private const int MaxDepth = 100;

    /// <summary>References to nodes count from 1, and the first node stands for no match; those to results begin here.</summary>
    private const int NoMatch = 1;
    private const int FirstResult = 100_000_001;

    private static readonly EndpointErrorRule NoMatchRule = new(
        [],
        new TemplateExpression([new TemplatePart("No endpoint matches the region and settings of the client.", null)])
    );

    private readonly DiagnosticBag _diagnostics;
    private readonly EndpointRuleReader _rules;
    private readonly IReadOnlyList<DecisionNode> _nodes;
    private readonly JsonObject[] _conditions;
    private readonly JsonObject[] _results;
    private readonly JsonValue _place;
    private int _count;

    private DecisionDiagramReader(JsonFields diagram, IReadOnlyList<DecisionNode> nodes)
    {
        _diagnostics = diagram.Diagnostics;
        _rules = new EndpointRuleReader(_diagnostics);
        _nodes = nodes;
        _conditions = [.. diagram.Items<JsonObject>("conditions", "an object")];
        _results = [.. diagram.Items<JsonObject>("results", "an object")];
        _place = diagram.Json["nodes"]!;
    }

    /// <returns>None, with a diagnostic, when the diagram is malformed or too large.</returns>
    public static EquatableArray<EndpointRule> ReadAll(JsonFields diagram, EndpointScope scope)
    {
        List<EndpointRule> rules = [];
        return
            DecisionNode.ReadAll(diagram) is { } nodes
            && diagram.RequiredPositive("root") is { } root
            && new DecisionDiagramReader(diagram, nodes).TryFollow(root, scope, rules, depth: 0)
            ? rules.ToEquatableArray()
            : [];
    }

    /// <summary>Adds the rules of what is referred to.</summary>
    private bool TryFollow(int reference, EndpointScope scope, List<EndpointRule> rules, int depth)
    {
        if (++_count > MaxRules || depth > MaxDepth)
        {
            _diagnostics.Add(
                EndpointDiagnostics.UnsupportedVersion,
                _place.StartSpan,
                $"The decision diagram has more than {MaxRules} paths, or one of more than {MaxDepth} conditions"
            );
            return false;
        }

        if (Math.Abs((long)reference) == NoMatch)
        {
            rules.Add(NoMatchRule);
            return true;
        }

        if (reference >= FirstResult)
        {
            return TryReadResult(reference - FirstResult, scope, rules);
        }

        if (NodeOf(reference) is { } node)
        {
            return TryFollow(node, scope, rules, depth);
        }

        ReportMalformed($"The decision diagram refers to {reference}, which is no node");
        return false;
    }

    private bool TryFollow(DecisionNode node, EndpointScope scope, List<EndpointRule> rules, int depth)
    {
        if (node.Condition < 0 || node.Condition >= _conditions.Length)
        {
            ReportMalformed($"The decision diagram tests condition {node.Condition}, which does not exist");
            return false;
        }

        if (_rules.ReadCondition(new JsonFields(_conditions[node.Condition], _diagnostics), scope) is not { } condition)
        {
            return true;
        }

        List<EndpointRule> high = [];
        if (!TryFollow(node.High, scope.After(condition), high, depth + 1))
        {
            return false;
        }

        rules.Add(new EndpointTreeRule([condition], high.ToEquatableArray()));
        return TryFollow(node.Low, scope, rules, depth + 1);
    }

    private bool TryReadResult(int index, EndpointScope scope, List<EndpointRule> rules)
    {
        if (index >= _results.Length)
        {
            ReportMalformed($"The decision diagram leads to result {index}, which does not exist");
            return false;
        }

        if (_rules.Read(new JsonFields(_results[index], _diagnostics), scope) is { } result)
        {
            rules.Add(result);
        }

        return true;
    }

    /// <summary>Null when there is no such node. A negative reference swaps the branches.</summary>
    private DecisionNode? NodeOf(int reference)
    {
        long index = Math.Abs((long)reference) - 1;
        if (index < 0 || index >= _nodes.Count)
        {
            return null;
        }

        DecisionNode node = _nodes[(int)index];
        return reference > 0 ? node : node with { High = node.Low, Low = node.High };
    }

    private void ReportMalformed(string message) =>
        _diagnostics.Add(EndpointDiagnostics.Malformed, _place.StartSpan, message);
}
