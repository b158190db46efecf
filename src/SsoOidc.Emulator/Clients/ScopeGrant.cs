namespace SsoOidc.Emulator;

internal static class ScopeGrant
{
    /// <returns>The requested scopes, or all of the client's if it requests none in particular.</returns>
    public static IReadOnlyList<string> Narrow(Client client, IReadOnlyList<string>? requested) =>
        requested?.FirstOrDefault(scope => !client.Scopes.Contains(scope)) is { } unknown
            ? throw OAuthError.Create("invalid_scope", $"The client has no scope {unknown}")
            : requested ?? client.Scopes;

    /// <returns>What the user reads when asked to grant the scopes.</returns>
    public static string Describe(IReadOnlyList<string> scopes) =>
        scopes.Count == 0 ? "access to your accounts" : string.Join(", ", scopes);
}
