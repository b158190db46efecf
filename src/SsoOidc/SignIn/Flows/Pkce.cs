using System.Security.Cryptography;
using System.Text;

namespace SsoOidc;

/// <summary>Proof that who redeems an authorization code is who asked for it (RFC 7636, method S256).</summary>
internal sealed class Pkce
{
    private const int VerifierBytes = 48;

    public Pkce()
        : this(Base64UrlEncoding.GetString(RandomNumberGenerator.GetBytes(VerifierBytes))) { }

    /// <param name="verifier">43 to 128 characters; a secret until it is redeemed.</param>
    public Pkce(string verifier)
    {
        Verifier = verifier;
        Challenge = Base64UrlEncoding.GetString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
    }

    public string Verifier { get; }

    public string Challenge { get; }
}
