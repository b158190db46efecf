namespace SsoOidcGen.Parcels.Server;

/// <summary>A request that the server let in.</summary>
/// <param name="Line">Method, path and query.</param>
internal sealed record ServedCall(
    string Operation,
    Caller Caller,
    string Line,
    IReadOnlyDictionary<string, string> Headers
);
