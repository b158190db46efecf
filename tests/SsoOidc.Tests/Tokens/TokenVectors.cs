namespace SsoOidc.Tests.Tokens;

/// <summary>
/// The refresh cases that AWS SDKs check their token providers with, each at 2021-12-25T13:30:00Z. Where our behaviour
/// is deliberately another, the case says so.
/// </summary>
internal static class TokenVectors
{
    private const string Registration =
        """, "clientId": "clientid", "clientSecret": "YSBzZWNyZXQ=", "registrationExpiresAt": "2022-12-25T13:30:00Z" """;

    private const string Place = """ "startUrl": "https://d-123.awsapps.com/start", "region": "us-west-2", """;

    public static IEnumerable<TokenVector> All =>
        [
            new("Valid token with all fields")
            {
                Cached =
                    $$"""{ {{Place}} "accessToken": "cachedtoken", "expiresAt": "2021-12-25T21:30:00Z"{{Registration}}, "refreshToken": "cachedrefreshtoken"}""",
                Token = "cachedtoken",
            },
            new("Minimal valid cached token")
            {
                Cached = """{"accessToken": "cachedtoken", "expiresAt": "2021-12-25T21:30:00Z"}""",
                Token = "cachedtoken",
            },
            new("Minimal expired cached token")
            {
                Cached = """{"accessToken": "cachedtoken", "expiresAt": "2021-12-25T13:00:00Z"}""",
            },
            new("Token missing the expiresAt field") { Cached = """{"accessToken": "cachedtoken"}""" },
            new("Token missing the accessToken field") { Cached = """{"expiresAt": "2021-12-25T13:00:00Z"}""" },
            new("Expired token refresh with refresh token")
            {
                Cached =
                    $$"""{ {{Place}} "accessToken": "cachedtoken", "expiresAt": "2021-12-25T13:00:00Z"{{Registration}}, "refreshToken": "cachedrefreshtoken"}""",
                Response =
                    """{"tokenType": "Bearer", "accessToken": "newtoken", "expiresIn": 28800, "refreshToken": "newrefreshtoken"}""",
                Token = "newtoken",
                Written =
                    $$"""{ {{Place}} "accessToken": "newtoken", "expiresAt": "2021-12-25T21:30:00Z"{{Registration}}, "refreshToken": "newrefreshtoken"}""",
            },
            new("Expired token refresh without new refresh token")
            {
                Cached =
                    $$"""{ {{Place}} "accessToken": "cachedtoken", "expiresAt": "2021-12-25T13:00:00Z"{{Registration}}, "refreshToken": "cachedrefreshtoken"}""",
                Response = """{"tokenType": "Bearer", "accessToken": "newtoken", "expiresIn": 28800}""",
                Token = "newtoken",
                // botocore loses the refresh token here; RFC 6749 §6 lets it stay in use.
                Written =
                    $$"""{ {{Place}} "accessToken": "newtoken", "expiresAt": "2021-12-25T21:30:00Z"{{Registration}}, "refreshToken": "cachedrefreshtoken"}""",
            },
            new("Expired token and expired client registration")
            {
                Cached =
                    $$"""{ {{Place}} "accessToken": "cachedtoken", "expiresAt": "2021-10-25T13:00:00Z", "clientId": "clientid", "clientSecret": "YSBzZWNyZXQ=", "registrationExpiresAt": "2021-11-25T13:30:00Z", "refreshToken": "cachedrefreshtoken"}""",
            },
        ];
}
