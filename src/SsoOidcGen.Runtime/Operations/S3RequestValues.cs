using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>What values of S3's requests become on their way.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class S3RequestValues
{
    private const string Version = "?versionId=";

    /// <summary>The source of a copy, <c>bucket/key</c> with or without <c>?versionId=…</c>, percent-encoded; null stays null.</summary>
    public static string? CopySource(string? source)
    {
        if (source is null)
        {
            return null;
        }

        int end = source.LastIndexOf(Version, StringComparison.Ordinal);
        StringBuilder encoded = new(source.Length);
        PercentEncoding.Append(encoded, end < 0 ? source : source[..end], keepSlashes: true);
        return end < 0 ? encoded.ToString() : encoded.Append(source, end, source.Length - end).ToString();
    }

    /// <summary>Adds the header with the MD5 digest of a customer's encryption key, which travels encrypted only.</summary>
    /// <param name="http">The request.</param>
    /// <param name="name">The header's name.</param>
    /// <param name="key">The key in base64, or null.</param>
    /// <param name="digest">Its digest in base64; null leaves it to be computed.</param>
    public static void KeyDigest(this RequestWriter http, string name, string? key, string? digest)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.HoldsEncryptionKey |= key is not null;
        http.Header(name, digest is null && key is not null ? DigestOf(key) : digest);
    }

    private static string? DigestOf(string key)
    {
        byte[] bytes = new byte[key.Length];
        if (!Convert.TryFromBase64String(key, bytes, out int length))
        {
            // The service says what is wrong with the key.
            return null;
        }

#pragma warning disable CA5351 // The service asks for MD5.
        string computed = Convert.ToBase64String(MD5.HashData(bytes.AsSpan(0, length)));
#pragma warning restore CA5351
        CryptographicOperations.ZeroMemory(bytes);
        return computed;
    }
}
