using Microsoft.AspNetCore.DataProtection;

namespace SsoOidc.Interop.Redis;

/// <summary>ASP.NET Core's data protection as a token protector.</summary>
internal sealed class DataProtector(IDataProtectionProvider provider) : ITokenProtector
{
    private readonly IDataProtector _protector = provider.CreateProtector("ssooidc");

    public byte[] Protect(ReadOnlySpan<byte> plaintext) => _protector.Protect(plaintext.ToArray());

    public byte[] Unprotect(ReadOnlySpan<byte> ciphertext) => _protector.Unprotect(ciphertext.ToArray());
}
