using System.Collections.Concurrent;

namespace SsoOidc.Emulator;

internal sealed class ClientRegistry(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Client> _clients = new();

    public void Add(Client client) => _clients[client.Id] = client;

    public Client? Find(string clientId) => _clients.GetValueOrDefault(clientId);

    /// <returns>The client whose <c>clientId</c> and <c>clientSecret</c> the request holds.</returns>
    public Client Authenticate(JsonBody body)
    {
        string id = body.Required("clientId");
        string secret = body.Required("clientSecret");
        if (Find(id) is not { } client || !Secrets.Match(client.Secret, secret))
        {
            throw OAuthError.Create("invalid_client", "The client or its secret is not known");
        }

        if (client.SecretExpiresAt <= time.GetUtcNow())
        {
            throw OAuthError.Create("invalid_client", "The client's secret has expired; register again");
        }

        return client;
    }
}
