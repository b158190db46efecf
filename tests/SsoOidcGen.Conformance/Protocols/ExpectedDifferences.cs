namespace SsoOidcGen.Conformance.Protocols;

/// <summary>The cases that do not hold by design, each with its reason.</summary>
internal static class ExpectedDifferences
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>();
}
