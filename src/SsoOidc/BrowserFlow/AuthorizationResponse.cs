using System.Security.Cryptography;
using System.Text;

namespace SsoOidc;

/// <summary>What the browser brings back (RFC 6749 §4.1.2): a code, or an error.</summary>
internal sealed record AuthorizationResponse
{
    public string? Code { get; private init; }

    public string? Error { get; private init; }

    public string? ErrorDescription { get; private init; }

    public string? State { get; private init; }

    /// <summary>Reads the query of the redirect; null when it holds neither a code nor an error.</summary>
    public static AuthorizationResponse? TryParse(string query)
    {
        Dictionary<string, string> parameters = [];
        foreach (string pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            parameters.TryAdd(Decode(parts[0]), parts.Length == 2 ? Decode(parts[1]) : "");
        }

        AuthorizationResponse response = new()
        {
            Code = parameters.GetValueOrDefault("code"),
            Error = parameters.GetValueOrDefault("error"),
            ErrorDescription = parameters.GetValueOrDefault("error_description"),
            State = parameters.GetValueOrDefault("state"),
        };
        return response.Code is null && response.Error is null ? null : response;
    }

    /// <summary>
    /// Whether it answers the request with this state; compared in constant time. Only an error may come without one.
    /// </summary>
    public bool Answers(string state) =>
        State is null
            ? Error is not null
            : CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(State), Encoding.UTF8.GetBytes(state));

    /// <summary>The error without the code and the state.</summary>
    public override string ToString() => $"AuthorizationResponse {{ Error = {Error} }}";

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
