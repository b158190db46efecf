namespace SsoOidcGen.Runtime;

/// <summary>The connections of a client that was not given any.</summary>
internal static class DefaultHttp
{
    /// <summary>How long a connection is used before the host name is looked up again.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static SocketsHttpHandler CreateHandler(TimeSpan connectTimeout) =>
        new()
        {
            // A redirect would carry tokens to another address.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = connectTimeout,
            PooledConnectionLifetime = ConnectionLifetime,
        };

    /// <summary>A client without a time-out of its own: each attempt has one.</summary>
    public static HttpClient CreateClient(TimeSpan connectTimeout) =>
        new(CreateHandler(connectTimeout)) { Timeout = Timeout.InfiniteTimeSpan };
}
