using System.Collections.Concurrent;
using SsoOidc.Portal;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>The service clients of a sign-in, one per region, over the same connections.</summary>
internal sealed class SsoClients : IDisposable
{
    private readonly ConcurrentDictionary<string, SsoOidcClient> _oidc = new();
    private readonly ConcurrentDictionary<string, SsoPortalClient> _portal = new();
    private readonly SsoLoginOptions _options;
    private readonly HttpClient? _ownHttp;

    public SsoClients(SsoLoginOptions options)
    {
        _options = options;
        Http = options.HttpClient ?? (_ownHttp = new HttpClient(ServiceClient.CreateHandler()));
    }

    public HttpClient Http { get; }

    public SsoOidcClient Oidc(string region) =>
        _oidc.GetOrAdd(region, name => new SsoOidcClient(Http, _options.Client with { Region = name }));

    public SsoPortalClient Portal(string region) =>
        _portal.GetOrAdd(region, name => new SsoPortalClient(Http, _options.Client with { Region = name }));

    public void Dispose() => _ownHttp?.Dispose();
}
