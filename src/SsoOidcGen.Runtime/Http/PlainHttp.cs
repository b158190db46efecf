namespace SsoOidcGen.Runtime;

/// <summary>Keeps secrets off connections that others can read (RFC 6750 §5.3).</summary>
internal static class PlainHttp
{
    /// <param name="target">The address of a request.</param>
    /// <param name="operation">The operation's name.</param>
    /// <param name="secret">What the request holds, for the message.</param>
    /// <param name="isAllowed">The caller takes the risk.</param>
    /// <exception cref="ConfigurationException">The request would travel unencrypted, and not to this machine.</exception>
    public static void Refuse(Uri target, string operation, string secret, bool isAllowed)
    {
        if (target.Scheme != Uri.UriSchemeHttps && !target.IsLoopback && !isAllowed)
        {
            throw new ConfigurationException(
                $"{operation} would send {secret} to {target.Host} unencrypted. Use an https endpoint, or set the option AllowPlainHttp."
            );
        }
    }
}
