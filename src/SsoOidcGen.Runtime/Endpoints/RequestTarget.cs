namespace SsoOidcGen.Runtime;

/// <summary>Joins an endpoint and an operation's path and query.</summary>
internal static class RequestTarget
{
    // The path is encoded already, and dots in a label are data: nothing may be normalized.
    private static readonly UriCreationOptions Options = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <param name="endpoint">The endpoint; its path goes first, with one slash between the two.</param>
    /// <param name="hostPrefix">Goes before the host, or null.</param>
    /// <param name="pathAndQuery">Starts with a slash, unless the endpoint's path is the whole.</param>
    public static Uri Join(Uri endpoint, string? hostPrefix, string pathAndQuery)
    {
        string origin = $"{endpoint.Scheme}://{hostPrefix}{endpoint.Authority}";
        string path = endpoint.AbsolutePath.TrimEnd('/');
        if (path.Length == 0 && !pathAndQuery.StartsWith('/'))
        {
            path = "/";
        }

        return Uri.TryCreate(origin + path + pathAndQuery, Options, out Uri? target)
            ? target
            : throw new EndpointException($"'{origin}' is not a URL that can be called.");
    }

    /// <summary>An address as it is.</summary>
    public static Uri Verbatim(string address) => new(address, Options);
}
