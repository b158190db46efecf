using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading.Json;

namespace SsoOidcGen.Reading.EndpointRules;

/// <summary>A node of a decision diagram.</summary>
/// <param name="Condition">The index of the condition that it tests.</param>
/// <param name="High">Refers to what follows when the condition holds.</param>
/// <param name="Low">Refers to what follows when it does not.</param>
internal readonly record struct DecisionNode(int Condition, int High, int Low)
{
    private const int Size = 3 * sizeof(int);

    /// <summary>The nodes, which are base64 of big-endian integers; null, with a diagnostic, when they are something else.</summary>
    public static IReadOnlyList<DecisionNode>? ReadAll(JsonFields diagram)
    {
        if (
            diagram.Require<JsonString>("nodes", "a string") is not { } nodes
            || diagram.RequiredPositive("nodeCount") is not { } count
        )
        {
            return null;
        }

        if (Decode(nodes.Value) is { } bytes && bytes.Length == (long)count * Size)
        {
            return [.. Enumerable.Range(0, count).Select(node => At(bytes, node * Size))];
        }

        diagram.Diagnostics.Add(
            EndpointDiagnostics.Malformed,
            nodes.Span,
            $"'nodes' must be the base64 text of {Size} bytes for each of 'nodeCount' nodes"
        );
        return null;
    }

    private static byte[]? Decode(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static DecisionNode At(byte[] bytes, int start) =>
        new(Integer(bytes, start), Integer(bytes, start + sizeof(int)), Integer(bytes, start + (2 * sizeof(int))));

    private static int Integer(byte[] bytes, int start) =>
        (bytes[start] << 24) | (bytes[start + 1] << 16) | (bytes[start + 2] << 8) | bytes[start + 3];
}
