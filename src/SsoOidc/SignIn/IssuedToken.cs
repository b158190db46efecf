namespace SsoOidc;

/// <summary>Turns the answer to CreateToken into the token of a session.</summary>
internal static class IssuedToken
{
    /// <summary>After a sign-in.</summary>
    public static SsoToken From(
        CreateTokenResponse response,
        SignInTarget target,
        ClientRegistration registration,
        DateTimeOffset now
    ) =>
        new()
        {
            StartUrl = target.Session.StartUrl,
            Region = target.Portal.Region,
            AccessToken = AccessToken(response),
            ExpiresAt = ExpiresAt(response, now),
            ClientId = registration.ClientId,
            ClientSecret = registration.ClientSecret,
            RegistrationExpiresAt = registration.ExpiresAt,
            RefreshToken = response.RefreshToken,
        };

    /// <summary>After a refresh. The refresh token stays in use if the answer brings no other (RFC 6749 §6).</summary>
    public static SsoToken From(CreateTokenResponse response, SsoToken old, DateTimeOffset now) =>
        old with
        {
            AccessToken = AccessToken(response),
            ExpiresAt = ExpiresAt(response, now),
            RefreshToken = response.RefreshToken ?? old.RefreshToken,
        };

    private static string AccessToken(CreateTokenResponse response) =>
        Answer.Require(response.AccessToken, "CreateToken", "accessToken");

    private static DateTimeOffset ExpiresAt(CreateTokenResponse response, DateTimeOffset now) =>
        now.AddSeconds(Answer.Require(response.ExpiresIn, "CreateToken", "expiresIn"));
}
