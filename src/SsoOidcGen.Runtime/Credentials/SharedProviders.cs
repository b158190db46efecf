using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>One provider for each source in the process: clients that are signed in alike load and refresh once.</summary>
internal static class SharedProviders
{
    /// <summary>No program has so many; one that goes through profiles without end starts anew.</summary>
    private const int Capacity = 256;

    private static readonly Dictionary<Key, IAwsCredentialsProvider> Providers = [];

    public static IAwsCredentialsProvider Get(CredentialsSource source, CredentialsSearch search)
    {
        Key key = new(source, search.TimeProvider, search.Handler, search.MfaCode);
        lock (Providers)
        {
            if (Providers.TryGetValue(key, out IAwsCredentialsProvider? provider))
            {
                return provider;
            }

            if (Providers.Count >= Capacity)
            {
                Providers.Clear();
            }

            // Making a provider asks for those it builds on: the lock is re-entrant.
            provider = source.CreateProvider(search);
            Providers[key] = provider;
            return provider;
        }
    }

    private sealed record Key(
        CredentialsSource Source,
        TimeProvider Clock,
        HttpMessageHandler? Handler,
        Func<string, CancellationToken, ValueTask<string>>? MfaCode
    );
}
