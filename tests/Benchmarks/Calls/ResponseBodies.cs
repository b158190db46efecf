using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Benchmarks.Calls;

/// <summary>The response.</summary>
internal static class ResponseBodies
{
    private const int TokenLength = 320;

    /// <summary>A token response as the service sends it: both tokens have 320 characters.</summary>
    public static byte[] Token { get; } =
        Encoding.UTF8.GetBytes(
            JsonSerializer.Serialize(
                new
                {
                    accessToken = "aoa".PadRight(TokenLength, 'a'),
                    tokenType = "Bearer",
                    expiresIn = 28800,
                    refreshToken = "aor".PadRight(TokenLength, 'b'),
                }
            )
        );

    public static byte[] Pending { get; } =
        """{"error":"authorization_pending","error_description":"The user has not responded yet."}"""u8.ToArray();

    public static byte[] Registration { get; } =
        """{"clientId":"client-1","clientSecret":"secret","clientIdIssuedAt":1,"clientSecretExpiresAt":2}"""u8.ToArray();

    /// <summary>A page of the access portal with many accounts.</summary>
    public static byte[] Accounts(int count) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                accountList = Enumerable
                    .Range(0, count)
                    .Select(static number => new
                    {
                        accountId = $"{number:D12}",
                        accountName = $"Account number {number}",
                        emailAddress = $"owner-{number}@example.com",
                    }),
            }
        );
}
