using Microsoft.AspNetCore.DataProtection;

namespace SsoOidc.Interop.Redis;

/// <summary>ASP.NET Core's data protection as a token protector.</summary>
internal sealed class DataProtector(IDataProtectionProvider provider) : ITokenProtector
{
    public byte[] Protect(ReadOnlySpan<byte> plaintext, string entry) => For(entry).Protect(plaintext.ToArray());

    public byte[] Unprotect(ReadOnlySpan<byte> ciphertext, string entry) => For(entry).Unprotect(ciphertext.ToArray());

    private IDataProtector For(string entry) => provider.CreateProtector("ssooidc", entry);
}
