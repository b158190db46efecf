namespace SsoOidcGen.Runtime;

/// <summary>The form of a request over which its signature is made.</summary>
internal static class CanonicalRequest
{
    /// <returns>Where the names of the signed headers are in <paramref name="target"/>.</returns>
    public static Range Write(PooledBuffer target, HttpRequestMessage message, string payloadHash, bool keepsPath)
    {
        string pathAndQuery = message.RequestUri!.PathAndQuery;
        int delimiter = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        int pathEnd = delimiter < 0 ? pathAndQuery.Length : delimiter;
        string query = delimiter < 0 ? "" : pathAndQuery[(delimiter + 1)..];

        target.Write(message.Method.Method);
        target.Append("\n"u8);
        target.Write(CanonicalTarget.Path(pathAndQuery[..pathEnd], keepsPath));
        target.Append("\n"u8);
        target.Write(CanonicalTarget.Query(query));
        target.Append("\n"u8);
        Range signedHeaders = CanonicalHeaders.Write(target, message);
        target.Append("\n"u8);
        target.Write(payloadHash);
        return signedHeaders;
    }
}
