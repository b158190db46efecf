using System.Text.RegularExpressions;

namespace SsoOidc.Emulator;

/// <summary>Which redirect URIs exist, and which of them a client may be sent to.</summary>
internal static partial class RedirectUri
{
    /// <summary>
    /// An absolute URI without a fragment (RFC 6749 §3.1.2): HTTPS, or HTTP on the own machine (RFC 8252 §7.3).
    /// </summary>
    public static void CheckRegistration(IReadOnlyList<string> redirectUris, IReadOnlyList<string>? grantTypes)
    {
        if (redirectUris.FirstOrDefault(uri => !IsAllowed(uri)) is { } refused)
        {
            throw OAuthError.Create("invalid_redirect_uri", $"Not HTTPS and not on the loopback address: {refused}");
        }

        if (redirectUris.Count == 0 && grantTypes?.Contains(GrantTypes.AuthorizationCode) == true)
        {
            throw OAuthError.Create("invalid_redirect_uri", "The authorization code grant needs a redirect URI");
        }
    }

    /// <summary>
    /// Compares character by character, except that a client on a loopback address chooses its port anew each time
    /// (RFC 8252 §7.3).
    /// </summary>
    public static bool Matches(string registered, string requested) =>
        WithoutPort(registered) == WithoutPort(requested) && Uri.TryCreate(requested, UriKind.Absolute, out _);

    private static string WithoutPort(string uri) => LoopbackPort().Replace(uri, "");

    private static bool IsAllowed(string text) =>
        text.All(character => character is > ' ' and < '\x7f')
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    [GeneratedRegex(
        @"(?<=^http://(127\.0\.0\.1|\[::1\])):[0-9]{1,5}(?=[/?]|\z)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex LoopbackPort();
}
