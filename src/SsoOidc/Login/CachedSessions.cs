using System.Text.Json.Nodes;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Finds out who is signed in.</summary>
public static class CachedSessions
{
    private const string OwnName = "ssooidc";

    // The names under which tools register; a client's registration file is named after the tool, too.
    private static readonly (string Tool, string Name)[] s_tools =
    [
        ($"{OwnName}-{DeviceFlow.Name}", OwnName),
        ($"{OwnName}-{BrowserFlow.Name}", OwnName),
        ("botocore", "AWS CLI"),
    ];

    /// <summary>Lists the sessions in a cache, whichever tool signed in; nothing is sent.</summary>
    /// <param name="store">The cache.</param>
    /// <param name="config">Gives the sessions their names.</param>
    /// <param name="warn">Takes a sentence about each entry that is left out because it is damaged or not readable, and about a folder that others can write to; no secret. Null for none.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static async Task<IReadOnlyList<CachedSession>> ListAsync(
        FileTokenStore store,
        SharedConfig config,
        Action<string>? warn = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(config);
        if (store.Exposure is { } exposure)
        {
            warn?.Invoke(exposure);
        }

        List<(string Entry, SsoToken Token)> tokens = [];
        List<(string Entry, ClientRegistration Client)> clients = [];
        foreach (string entry in store.List())
        {
            switch (await store.TryReadAsync(entry, Parse, warn, cancellationToken).ConfigureAwait(false))
            {
                case SsoToken token:
                    tokens.Add((entry, token));
                    break;
                case ClientRegistration client:
                    clients.Add((entry, client));
                    break;
            }
        }

        Dictionary<string, string> names = config.SsoSessions.Keys.ToDictionary(CacheKeys.Token);
        return
        [
            .. tokens.Select(item =>
            {
                string? name = names.GetValueOrDefault(item.Entry);
                return new CachedSession(name, item.Token, store.PathOf(item.Entry), Writer(item.Token, name, clients));
            }),
        ];
    }

    private static string? Writer(
        SsoToken token,
        string? name,
        IEnumerable<(string Entry, ClientRegistration Client)> clients
    ) =>
        clients
            .Where(item => item.Client.ClientId == token.ClientId)
            .Select(item => s_tools.FirstOrDefault(tool => IsOf(tool.Tool, item.Entry, item.Client, token, name)).Name)
            .FirstOrDefault(tool => tool is not null);

    private static bool IsOf(string tool, string entry, ClientRegistration client, SsoToken token, string? name)
    {
        if (token is not { StartUrl: { } startUrl, Region: { } region })
        {
            return false;
        }

        // Default scopes are registered, but no part of the name.
        SsoSession session = new()
        {
            Name = name,
            StartUrl = startUrl,
            Region = region,
        };
        return entry == CacheKeys.Registration(session, region, tool)
            || entry == CacheKeys.Registration(session with { Scopes = client.Scopes }, region, tool);
    }

    /// <returns>A token, a registration, or the members of something that only another tool knows.</returns>
    private static object Parse(byte[] json)
    {
        JsonObject members = CacheEntry.Parse(json);
        return members.ContainsKey("accessToken") ? SsoToken.FromJson(json)
            : members.ContainsKey("clientSecret") ? ClientRegistration.FromJson(json)
            : members;
    }
}
