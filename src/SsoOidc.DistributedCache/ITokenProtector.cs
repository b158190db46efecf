namespace SsoOidc;

/// <summary>Encrypts what leaves the machine, with authentication: a changed text must not be accepted. Must be safe for use by several threads.</summary>
/// <remarks>ASP.NET Core's data protection fits: <c>Protect</c> and <c>Unprotect</c> of an <c>IDataProtector</c>.</remarks>
public interface ITokenProtector
{
    /// <summary>Encrypts.</summary>
    /// <param name="plaintext">A token or registration.</param>
    byte[] Protect(ReadOnlySpan<byte> plaintext);

    /// <summary>Decrypts.</summary>
    /// <param name="ciphertext">What <see cref="Protect"/> made.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or protected with another key.</exception>
    byte[] Unprotect(ReadOnlySpan<byte> ciphertext);
}
