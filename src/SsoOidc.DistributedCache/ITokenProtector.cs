using System.Security.Cryptography;

namespace SsoOidc;

/// <summary>
/// Encrypts what leaves the machine, with authentication: neither a changed ciphertext nor one of another entry is
/// accepted. Must be safe for use by several threads.
/// </summary>
/// <remarks>
/// ASP.NET Core's data protection fits: <c>Protect</c> and <c>Unprotect</c> of
/// <c>provider.CreateProtector("ssooidc", entry)</c>. So does AES-GCM with the entry as associated data.
/// </remarks>
public interface ITokenProtector
{
    /// <summary>Encrypts.</summary>
    /// <param name="plaintext">A token or registration.</param>
    /// <param name="entry">The key in the cache under which the ciphertext is stored; it is bound to the ciphertext as associated data.</param>
    byte[] Protect(ReadOnlySpan<byte> plaintext, string entry);

    /// <summary>Decrypts.</summary>
    /// <param name="ciphertext">What <see cref="Protect"/> made.</param>
    /// <param name="entry">The key in the cache under which the ciphertext was found.</param>
    /// <exception cref="CryptographicException">
    /// It was changed, belongs to another entry, or was encrypted with a key that is not known. Any other exception means
    /// that decryption may succeed later.
    /// </exception>
    byte[] Unprotect(ReadOnlySpan<byte> ciphertext, string entry);
}
