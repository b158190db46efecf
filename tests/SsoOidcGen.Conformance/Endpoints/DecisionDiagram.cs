using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace SsoOidcGen.Conformance.Endpoints;

/// <summary>Compiles a rule set to the binary decision diagram that means the same.</summary>
internal sealed class DecisionDiagram
{
    private const int NoMatch = -1;
    private const int FirstResult = 100_000_001;

    private readonly List<string> _conditions = [];
    private readonly List<string> _results = [];
    private readonly List<(int Condition, int High, int Low)> _nodes = [(-1, 1, -1)];

    /// <param name="ruleSet">The JSON of a rule set.</param>
    /// <returns>The JSON of a diagram.</returns>
    public static string Compile(string ruleSet)
    {
        JsonObject rules = JsonNode.Parse(ruleSet)!.AsObject();
        DecisionDiagram diagram = new();
        int root = diagram.Follow(
            rules["rules"]!.AsArray(),
            index: 0,
            ImmutableDictionary<int, bool>.Empty,
            static _ => NoMatch
        );
        return new JsonObject
        {
            ["version"] = "1.1",
            ["parameters"] = rules["parameters"]!.DeepClone(),
            ["conditions"] = Parse(diagram._conditions),
            ["results"] = Parse(diagram._results),
            ["root"] = root,
            ["nodeCount"] = diagram._nodes.Count,
            ["nodes"] = diagram.Encode(),
        }.ToJsonString();
    }

    /// <param name="rules">Rules, of which those from an index on are tried.</param>
    /// <param name="index">The index.</param>
    /// <param name="known">The conditions that were tested before, with what came out.</param>
    /// <param name="otherwise">What follows when no rule applies.</param>
    private int Follow(
        JsonArray rules,
        int index,
        ImmutableDictionary<int, bool> known,
        Func<ImmutableDictionary<int, bool>, int> otherwise
    ) =>
        index == rules.Count
            ? otherwise(known)
            : Test(rules[index]!.AsObject(), index: 0, known, after => Follow(rules, index + 1, after, otherwise));

    private int Test(
        JsonObject rule,
        int index,
        ImmutableDictionary<int, bool> known,
        Func<ImmutableDictionary<int, bool>, int> otherwise
    )
    {
        JsonArray conditions = rule["conditions"]?.AsArray() ?? [];
        if (index == conditions.Count)
        {
            return rule["rules"] is JsonArray rules
                ? Follow(rules, index: 0, known, otherwise)
                : FirstResult + IndexOf(_results, Result(rule));
        }

        int condition = IndexOf(_conditions, conditions[index]!.ToJsonString());
        if (known.TryGetValue(condition, out bool holds))
        {
            return holds ? Test(rule, index + 1, known, otherwise) : otherwise(known);
        }

        int high = Test(rule, index + 1, known.Add(condition, true), otherwise);
        int low = otherwise(known.Add(condition, false));
        return high == low ? high : 1 + IndexOf(_nodes, (condition, high, low));
    }

    private static string Result(JsonObject rule)
    {
        JsonObject result = rule.DeepClone().AsObject();
        result["conditions"] = new JsonArray();
        return result.ToJsonString();
    }

    private static int IndexOf<T>(List<T> items, T item)
    {
        int index = items.IndexOf(item);
        if (index < 0)
        {
            index = items.Count;
            items.Add(item);
        }

        return index;
    }

    private static JsonArray Parse(IEnumerable<string> items) =>
        new([.. items.Select(static item => JsonNode.Parse(item))]);

    private string Encode()
    {
        byte[] bytes = new byte[_nodes.Count * 3 * sizeof(int)];
        int position = 0;
        foreach (int number in _nodes.SelectMany(static node => new[] { node.Condition, node.High, node.Low }))
        {
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(position), number);
            position += sizeof(int);
        }

        return Convert.ToBase64String(bytes);
    }
}
