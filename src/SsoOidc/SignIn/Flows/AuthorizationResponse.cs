using System.Security.Cryptography;
using System.Text;

namespace SsoOidc;

/// <summary>The authorization response that the browser brings back (RFC 6749 §4.1.2): a code, or an error.</summary>
internal sealed record AuthorizationResponse
{
    public string? Code { get; private init; }

    public string? Error { get; private init; }

    public string? ErrorDescription { get; private init; }

    /// <summary>Reads the query of a redirect; null unless it is a response to the request with this state.</summary>
    /// <remarks>
    /// Any page in a browser can send one here, an error included, so nothing counts without the state (RFC 6749 §10.12).
    /// A parameter that is there twice could mean one thing to one reader and another to the next (§3.1).
    /// </remarks>
    public static AuthorizationResponse? TryParse(string query, string state)
    {
        Dictionary<string, string> parameters = [];
        foreach (string pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            if (!parameters.TryAdd(Decode(parts[0]), parts.Length == 2 ? Decode(parts[1]) : ""))
            {
                return null;
            }
        }

        AuthorizationResponse response = new()
        {
            Code = parameters.GetValueOrDefault("code"),
            Error = parameters.GetValueOrDefault("error"),
            ErrorDescription = parameters.GetValueOrDefault("error_description"),
        };
        bool isComplete = (response.Code, response.Error) is ({ Length: > 0 }, null) or (null, { Length: > 0 });
        return isComplete && AreEqual(parameters.GetValueOrDefault("state", ""), state) ? response : null;
    }

    /// <summary>The error without the code.</summary>
    public override string ToString() => $"AuthorizationResponse {{ Error = {Error} }}";

    /// <summary>In constant time.</summary>
    private static bool AreEqual(string given, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(expected));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
