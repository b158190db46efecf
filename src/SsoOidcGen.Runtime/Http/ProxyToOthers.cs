using System.Net;

namespace SsoOidcGen.Runtime;

/// <summary>A proxy for requests to other machines. Those to this one may be unencrypted, and so must not leave it.</summary>
/// <param name="proxy">The proxy that the platform or the environment (<c>http_proxy</c>) names; that of the environment takes loopback addresses too.</param>
internal sealed class ProxyToOthers(IWebProxy proxy) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => proxy.Credentials;
        set => proxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => destination.IsLoopback ? null : proxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || proxy.IsBypassed(host);
}
