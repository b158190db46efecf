using System.Text.RegularExpressions;

namespace SsoOidc;

/// <summary>The host names under which AWS serves access portals.</summary>
internal static partial class PortalHosts
{
    private static readonly string[] s_exact =
    [
        "identitycenter.amazonaws.com",
        "identitycenter.amazonaws.com.cn",
        "identitycenter.amazonaws.eu",
        "identitycenter.us-gov.amazonaws.com",
    ];

    private static readonly string[] s_suffixes =
    [
        ".app.aws",
        ".portal.amazonaws.com",
        ".portal.amazonaws.com.cn",
        ".app.amazonwebservices.com.cn",
        ".portal.amazonaws.eu",
        ".api.amazonwebservices.eu",
        ".awsapps.com",
        ".awsapps.cn",
    ];

    public static bool IsAwsOwned(Uri url)
    {
        string host = Canonical(url);
        return s_exact.Contains(host)
            || s_suffixes.Any(suffix => host.EndsWith(suffix, StringComparison.Ordinal) || host == suffix[1..]);
    }

    /// <summary>The region in a portal's host name; null when it names none.</summary>
    public static string? RegionOf(Uri url) =>
        RegionalHost().Match(Canonical(url)) is { Success: true } match ? match.Groups["region"].Value : null;

    private static string Canonical(Uri url) => url.IdnHost.TrimEnd('.').ToLowerInvariant();

    [GeneratedRegex(
        @"^[^.]+\.(portal\.(?<region>[a-z0-9-]+)\.(app\.aws|app\.amazonwebservices\.com\.cn|api\.amazonwebservices\.eu)"
            + @"|(?<region>[a-z0-9-]+)\.portal\.amazonaws\.(com|com\.cn|eu))$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RegionalHost();
}
