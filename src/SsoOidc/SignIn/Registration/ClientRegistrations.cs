namespace SsoOidc;

/// <summary>Registers this tool with the service (RFC 7591), once per session, region and flow, and remembers it.</summary>
internal sealed class ClientRegistrations(ITokenStore store, string clientName, TimeProvider timeProvider)
{
    /// <summary>The registration from the cache if it holds a while longer, else a new one. Each flow registers differently and has its own.</summary>
    public async Task<ClientRegistration> GetAsync(
        SignInTarget target,
        string flow,
        RegisterClientRequest request,
        CancellationToken cancellationToken
    )
    {
        string name = NameOf(target, flow);
        return
            await ReadAsync(name, cancellationToken).ConfigureAwait(false) is { } cached
            && Expiry.IsFresh(cached.ExpiresAt, timeProvider.GetUtcNow())
            ? cached
            : await RegisterAsync(target.Client, name, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Forgets a registration that the service does not know any more, where the store can be written.</summary>
    public async Task RemoveAsync(SignInTarget target, string flow, CancellationToken cancellationToken)
    {
        try
        {
            await store.RemoveAsync(NameOf(target, flow), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The service refuses it again, and says so.
        }
    }

    private string NameOf(SignInTarget target, string flow) =>
        CacheKeys.Registration(target.Session, target.Portal.Region, $"{clientName}-{flow}");

    /// <summary>Nothing is lost with a registration that cannot be read: the next one replaces it.</summary>
    private Task<ClientRegistration?> ReadAsync(string name, CancellationToken cancellationToken) =>
        store.TryReadAsync(name, json => ClientRegistration.FromJson(json), warn: null, cancellationToken);

    private async Task<ClientRegistration> RegisterAsync(
        SsoOidcClient client,
        string name,
        RegisterClientRequest request,
        CancellationToken cancellationToken
    )
    {
        RegisterClientResponse response = await client
            .RegisterClientAsync(request, cancellationToken)
            .ConfigureAwait(false);
        ClientRegistration registration = new(
            ResponseValue.Require(response.ClientId, "RegisterClient", "clientId"),
            ResponseValue.Require(response.ClientSecret, "RegisterClient", "clientSecret"),
            ResponseValue.Time(response.ClientSecretExpiresAt ?? 0)
        )
        {
            Scopes = request.Scopes,
            GrantTypes = request.GrantTypes,
        };
        try
        {
            await store.WriteAsync(name, registration.ToJson(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing is lost with a registration: the next sign-in registers anew.
        }

        return registration;
    }
}
