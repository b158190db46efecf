using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace SsoOidc.Emulator;

/// <summary>Proof Key for Code Exchange (RFC 7636), method S256 only.</summary>
internal static class Pkce
{
    private const string Base64UrlCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly SearchValues<char> ChallengeCharacters = SearchValues.Create(Base64UrlCharacters);

    private static readonly SearchValues<char> VerifierCharacters = SearchValues.Create($"{Base64UrlCharacters}.~");

    public static bool IsChallenge(string text) =>
        text.Length == 43 && !text.AsSpan().ContainsAnyExcept(ChallengeCharacters);

    public static bool Matches(string challenge, string verifier) =>
        verifier.Length is >= 43 and <= 128
        && !verifier.AsSpan().ContainsAnyExcept(VerifierCharacters)
        && Secrets.Match(challenge, WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));
}
