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
    private readonly object _user;
    private readonly HttpClient? _ownHttp;
    private readonly Lease _owner;
    private int _holders = 1;

    /// <param name="options">How to make them.</param>
    /// <param name="user">What they are made for, and is disposed of with them.</param>
    public SsoClients(SsoLoginOptions options, object user)
    {
        _user = user;
        _options = options;
        Http = options.HttpClient ?? (_ownHttp = new HttpClient(ServiceClient.CreateHandler()));
        _owner = new Lease(this);
    }

    public HttpClient Http { get; }

    public SsoOidcClient Oidc(string region) =>
        _oidc.GetOrAdd(region, name => new SsoOidcClient(Http, _options.Client with { Region = name }));

    public SsoPortalClient Portal(string region) =>
        _portal.GetOrAdd(region, name => new SsoPortalClient(Http, _options.Client with { Region = name }));

    /// <summary>Keeps the connections open for work that outlives the login that began it.</summary>
    /// <exception cref="ObjectDisposedException">They are closed already.</exception>
    public Lease Hold()
    {
        lock (_oidc)
        {
            ObjectDisposedException.ThrowIf(_holders == 0, _user);
            _holders++;
            return new Lease(this);
        }
    }

    public void Dispose() => _owner.Dispose();

    private void Release()
    {
        lock (_oidc)
        {
            if (--_holders == 0)
            {
                _ownHttp?.Dispose();
            }
        }
    }

    /// <summary>One holder of the connections; the last one closes them.</summary>
    public sealed class Lease(SsoClients clients) : IDisposable
    {
        private SsoClients? _clients = clients;

        public void Dispose() => Interlocked.Exchange(ref _clients, null)?.Release();
    }
}
