namespace SsoOidc;

/// <summary>The page at which the user grants access (RFC 6749 §4.1.1, RFC 7636 §4.3); of the service's address only scheme, host and port count.</summary>
internal static class AuthorizationRequest
{
    public static string Url(
        Uri service,
        string clientId,
        string redirectUri,
        string state,
        IReadOnlyList<string> scopes,
        string challenge
    )
    {
        // The service wants "scopes", where RFC 6749 has "scope".
        (string Name, string Value)[] parameters =
        [
            ("response_type", "code"),
            ("client_id", clientId),
            ("redirect_uri", redirectUri),
            ("state", state),
            ("code_challenge_method", "S256"),
            ("scopes", string.Join(' ', scopes)),
            ("code_challenge", challenge),
        ];
        string query = string.Join('&', parameters.Select(item => $"{item.Name}={Uri.EscapeDataString(item.Value)}"));
        return $"{service.GetLeftPart(UriPartial.Authority)}/authorize?{query}";
    }
}
