using System.Security.Cryptography;
using System.Text;

namespace SsoOidc.Tests.DistributedCache;

/// <summary>AES-GCM with a key of its own and the entry as associated data.</summary>
internal sealed class AesProtector : ITokenProtector
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public byte[] Protect(ReadOnlySpan<byte> plaintext, string entry)
    {
        byte[] output = new byte[NonceBytes + TagBytes + plaintext.Length];
        RandomNumberGenerator.Fill(output.AsSpan(0, NonceBytes));
        using AesGcm aes = new(_key, TagBytes);
        aes.Encrypt(
            output.AsSpan(0, NonceBytes),
            plaintext,
            output.AsSpan(NonceBytes + TagBytes),
            output.AsSpan(NonceBytes, TagBytes),
            Encoding.UTF8.GetBytes(entry)
        );
        return output;
    }

    public byte[] Unprotect(ReadOnlySpan<byte> ciphertext, string entry)
    {
        byte[] output = new byte[ciphertext.Length - NonceBytes - TagBytes];
        using AesGcm aes = new(_key, TagBytes);
        aes.Decrypt(
            ciphertext[..NonceBytes],
            ciphertext[(NonceBytes + TagBytes)..],
            ciphertext.Slice(NonceBytes, TagBytes),
            output,
            Encoding.UTF8.GetBytes(entry)
        );
        return output;
    }
}
