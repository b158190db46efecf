using System.Collections.Frozen;

namespace SsoOidc.Emulator;

/// <summary>The applications of the options, and the public clients that registered themselves.</summary>
internal sealed class ClientRegistry(EmulatorOptions options)
{
    private readonly FrozenDictionary<string, Client> _applications = options
        .Applications.Select(Client.Of)
        .ToFrozenDictionary(client => client.Id);

    private readonly BoundedStore<string, Client> _clients = new(
        options.TimeProvider,
        options.ClientSecretLifetime + EmulatorOptions.Afterlife,
        client => client.Bytes
    );

    public void Add(Client client) => _clients.Add(client.Id, client);

    public Client? Find(string clientId) => _applications.GetValueOrDefault(clientId) ?? _clients.Find(clientId);

    /// <returns>The client whose <c>clientId</c> and <c>clientSecret</c> the request holds.</returns>
    public Client Authenticate(JsonBody body)
    {
        string id = body.Required("clientId");
        string secret = body.Required("clientSecret");
        if (Find(id) is not { } client || !Secrets.Match(client.Secret, secret))
        {
            throw OAuthError.Create("invalid_client", "The client or its secret is not known");
        }

        if (client.SecretExpiresAt <= options.TimeProvider.GetUtcNow())
        {
            throw OAuthError.Create("invalid_client", "The client's secret has expired; register again");
        }

        return client;
    }
}
