using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class UserCodeTests
{
    [Theory]
    [InlineData("BCDF-GHJK", "BCDF-GHJK")]
    [InlineData("bcdfghjk", "BCDF-GHJK")]
    [InlineData(" b c d f - g h j k ", "BCDF-GHJK")]
    [InlineData("BCDF-GHJ", "BCDFGHJ")]
    [InlineData("BCDF-GHJKL", "BCDFGHJKL")]
    [InlineData("1234", "")]
    public void A_code_is_found_however_it_is_typed(string typed, string code) =>
        Assert.Equal(code, UserCode.Normalize(typed));

    [Fact]
    public void A_code_has_two_times_four_letters_and_no_vowel() =>
        Assert.All(
            Enumerable.Range(0, 100).Select(static _ => UserCode.Create()),
            static code => Assert.Matches("^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$", code)
        );
}
