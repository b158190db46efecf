using System.Globalization;

namespace SsoOidcGen.Runtime;

/// <summary>Names the session of a role where nobody did. One name for each provider: refreshing repeats the same request.</summary>
internal static class SessionName
{
    public static string Create(TimeProvider clock) =>
        string.Create(CultureInfo.InvariantCulture, $"ssooidcgen-{clock.GetUtcNow().ToUnixTimeMilliseconds()}");
}
