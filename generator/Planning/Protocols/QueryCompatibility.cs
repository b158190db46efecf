using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.Protocols;

/// <summary>A service that spoke awsQuery before sends the error codes of that time when it is asked to.</summary>
internal static class QueryCompatibility
{
    public static ConstantHeader Header { get; } = new("x-amzn-query-mode", "true");
}
