using System.Collections.Frozen;

namespace SsoOidc.Emulator;

/// <summary>The OAuth 2.0 error codes (RFC 6749 §5.2, RFC 7591 §3.2.2, RFC 8628 §3.5) in the wire form of SSO OIDC.</summary>
internal static class OAuthError
{
    private static readonly FrozenDictionary<string, string> ExceptionNames = new Dictionary<string, string>
    {
        ["access_denied"] = "AccessDeniedException",
        ["authorization_pending"] = "AuthorizationPendingException",
        ["expired_token"] = "ExpiredTokenException",
        ["invalid_client"] = "InvalidClientException",
        ["invalid_client_metadata"] = "InvalidClientMetadataException",
        ["invalid_grant"] = "InvalidGrantException",
        ["invalid_redirect_uri"] = "InvalidRedirectUriException",
        ["invalid_request"] = "InvalidRequestException",
        ["invalid_scope"] = "InvalidScopeException",
        ["server_error"] = "InternalServerException",
        ["slow_down"] = "SlowDownException",
        ["unauthorized_client"] = "UnauthorizedClientException",
        ["unsupported_grant_type"] = "UnsupportedGrantTypeException",
    }.ToFrozenDictionary();

    public static ProtocolException Create(string error, string description) =>
        new(Status(error), ErrorType(error), ("error", error), ("error_description", description));

    public static int Status(string error) =>
        error switch
        {
            "invalid_client" => StatusCodes.Status401Unauthorized,
            "server_error" => StatusCodes.Status500InternalServerError,
            _ => StatusCodes.Status400BadRequest,
        };

    /// <summary>The value of <c>x-amzn-ErrorType</c>: the exception's name with the namespace the service appends.</summary>
    /// <exception cref="ArgumentException"><paramref name="error"/> is not a code of the service.</exception>
    public static string ErrorType(string error) =>
        ExceptionNames.TryGetValue(error, out string? name)
            ? $"{name}:http://internal.amazon.com/coral/com.amazonaws.sso.oidc/"
            : throw new ArgumentException(
                $"SSO OIDC has no error '{error}'. It has: {string.Join(", ", ExceptionNames.Keys.Order())}.",
                nameof(error)
            );
}
