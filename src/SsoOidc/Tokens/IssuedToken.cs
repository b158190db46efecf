namespace SsoOidc;

/// <summary>Turns the response to CreateToken into the token of a session, if it can be one.</summary>
internal static class IssuedToken
{
    private const string Operation = "CreateToken";

    /// <summary>After a sign-in.</summary>
    public static SsoToken From(
        CreateTokenResponse response,
        SsoSession session,
        string region,
        ClientRegistration registration,
        DateTimeOffset now
    ) =>
        new()
        {
            StartUrl = session.StartUrl,
            Region = region,
            AccessToken = AccessToken(response),
            ExpiresAt = ExpiresAt(response, now),
            ClientId = registration.ClientId,
            ClientSecret = registration.ClientSecret,
            RegistrationExpiresAt = registration.ExpiresAt,
            RefreshToken = RefreshToken(response),
        };

    /// <summary>After a refresh. The refresh token stays in use if the response brings no other (RFC 6749 §6).</summary>
    public static SsoToken From(CreateTokenResponse response, SsoToken old, DateTimeOffset now) =>
        old with
        {
            AccessToken = AccessToken(response),
            ExpiresAt = ExpiresAt(response, now),
            RefreshToken = RefreshToken(response) ?? old.RefreshToken,
        };

    private static string AccessToken(CreateTokenResponse response)
    {
        string token = ResponseValue.Require(response.AccessToken, Operation, "accessToken");
        return string.IsNullOrWhiteSpace(token)
            ? throw ResponseValue.Unusable(Operation, "an empty access token")
            : token;
    }

    private static DateTimeOffset ExpiresAt(CreateTokenResponse response, DateTimeOffset now)
    {
        int seconds = ResponseValue.Require(response.ExpiresIn, Operation, "expiresIn");
        return seconds > 0
            ? now.AddSeconds(seconds)
            : throw ResponseValue.Unusable(Operation, $"an access token that lives {seconds} seconds");
    }

    private static string? RefreshToken(CreateTokenResponse response) =>
        string.IsNullOrWhiteSpace(response.RefreshToken) ? null : response.RefreshToken;
}
