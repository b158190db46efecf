namespace SsoOidcGen.Runtime;

/// <summary>The form of a request over which its signature is made.</summary>
internal static class CanonicalRequest
{
    public static void Write(
        PooledBuffer target,
        HttpRequestMessage message,
        CanonicalHeaders headers,
        string payloadHash,
        bool keepsPath
    )
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
        headers.WriteTo(target);
        target.Append("\n"u8);
        target.Write(headers.Names);
        target.Append("\n"u8);
        target.Write(payloadHash);
    }
}
