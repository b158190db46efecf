namespace SsoOidcGen.Runtime.CompilerServices;

public static partial class EndpointFunctions
{
    /// <summary>
    /// <c>parseURL</c>: the parts of an http or https URL; null when the text is not one, or when it has a query.
    /// </summary>
    public static EndpointUrl? ParseUrl(string text)
    {
        if (
            text.Contains('?')
            || !Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
            || (url.Scheme != Uri.UriSchemeHttps && url.Scheme != Uri.UriSchemeHttp)
        )
        {
            return null;
        }

        ReadOnlySpan<char> rest = text.AsSpan(url.Scheme.Length + Uri.SchemeDelimiter.Length);
        if (rest.IndexOf('#') is >= 0 and var fragment)
        {
            rest = rest[..fragment];
        }

        int slash = rest.IndexOf('/');
        string path = slash < 0 ? "" : rest[slash..].ToString();
        return new EndpointUrl
        {
            Scheme = url.Scheme,
            Authority = (slash < 0 ? rest : rest[..slash]).ToString(),
            Path = path,
            NormalizedPath = url.AbsolutePath.EndsWith('/') ? url.AbsolutePath : url.AbsolutePath + "/",
            IsIp = url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6,
        };
    }
}
