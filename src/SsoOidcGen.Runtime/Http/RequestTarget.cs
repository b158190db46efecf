using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Joins an endpoint and an operation's path and query.</summary>
internal static class RequestTarget
{
    // The path is encoded already, and dots in a label are data: nothing may be normalized.
    private static readonly UriCreationOptions Verbatim = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <param name="endpoint">The endpoint; its path goes first, with one slash between the two.</param>
    /// <param name="hostPrefix">Goes before the host, or null.</param>
    /// <param name="pathAndQuery">Starts with a slash.</param>
    public static Uri Join(Uri endpoint, string? hostPrefix, string pathAndQuery)
    {
        StringBuilder url = new(endpoint.Scheme);
        url.Append("://").Append(hostPrefix).Append(endpoint.Authority);
        url.Append(endpoint.AbsolutePath.AsSpan().TrimEnd('/')).Append(pathAndQuery);
        string text = url.ToString();
        return Uri.TryCreate(text, Verbatim, out Uri? target)
            ? target
            : throw new EndpointException(
                $"'{endpoint.Scheme}://{hostPrefix}{endpoint.Authority}' is not a URL that can be called."
            );
    }
}
