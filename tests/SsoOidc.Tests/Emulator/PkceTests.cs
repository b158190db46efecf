using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EmulatedPkce = SsoOidc.Emulator.Pkce;

namespace SsoOidc.Tests.Emulator;

public sealed class PkceTests
{
    // RFC 7636 §4.1: 43 to 128 characters of the unreserved set.
    [Theory]
    [InlineData(42, false)]
    [InlineData(43, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_verifier_has_43_to_128_characters(int length, bool isAccepted)
    {
        string verifier = new('a', length);

        Assert.Equal(isAccepted, EmulatedPkce.Matches(Challenge(verifier), verifier));
    }

    [Theory]
    [InlineData("AZaz09-_.~", true)]
    [InlineData("+", false)]
    [InlineData("/", false)]
    [InlineData(" ", false)]
    public void A_verifier_holds_unreserved_characters(string characters, bool isAccepted)
    {
        string verifier = characters.PadRight(43, 'a');

        Assert.Equal(isAccepted, EmulatedPkce.Matches(Challenge(verifier), verifier));
    }

    [Theory]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", true)]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c", false)]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cMA", false)]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw.cM", false)]
    [InlineData("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM", false)]
    public void A_challenge_is_a_digest_in_base64url(string text, bool isChallenge) =>
        Assert.Equal(isChallenge, EmulatedPkce.IsChallenge(text));

    private static string Challenge(string verifier) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
