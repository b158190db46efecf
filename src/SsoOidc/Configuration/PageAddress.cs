namespace SsoOidc;

/// <summary>The addresses to which a user may be sent to sign in: <c>https</c>, or <c>http</c> on this machine.</summary>
internal static class PageAddress
{
    public static bool IsSafe(Uri url) =>
        url.IsAbsoluteUri
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        // What stands before an @ looks like the host and is none.
        && url.UserInfo.Length == 0;

    /// <summary>The address in canonical form.</summary>
    /// <param name="address">An address that a service or the configuration gave.</param>
    /// <param name="source">What names it in the error.</param>
    /// <exception cref="SsoException">The user cannot be sent there.</exception>
    public static string Require(string address, string source) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? url) && IsSafe(url)
            ? url.AbsoluteUri
            : throw new SsoException(
                $"{source} is not an https address without a user name ({Describe(url)}), so it is not opened. Check that the endpoint is one of IAM Identity Center."
            );

    private static string Describe(Uri? url) =>
        url is null ? "it is no absolute URL" : $"its scheme is {url.Scheme}, its host '{url.Host}'";
}
