namespace SsoOidc.Cli.Tests.Rendering;

public class SafeTextTests
{
    [Theory]
    [InlineData("plain text, \u00E4\u6F22\u5B57 \U0001F600", "plain text, \u00E4\u6F22\u5B57 \U0001F600")]
    [InlineData("\e[2J\e[1;31mred\e[0m", "[2J[1;31mred[0m")]
    [InlineData("\e]8;;https://evil.example\e\\click\e]8;;\e\\", "]8;;https://evil.example\\click]8;;\\")]
    [InlineData("\u009B2J\u009D0;title\u009C", "2J0;title")]
    [InlineData("a\0b\bc\ad\u007Fe", "abcde")]
    [InlineData("1\r\n2\t3\u00854\u20285\u20296", "1  2 3 4 5 6")]
    [InlineData("a\u202Eb\u202Ac\u202Dd\u202Be\u202Cf", "abcdef")]
    [InlineData("a\u2066b\u2067c\u2068d\u2069e\u200Ef\u200Fg\u061Ch", "abcdefgh")]
    public void Text_keeps_everything_but_what_a_terminal_acts_on(string text, string expected)
    {
        Assert.Equal(expected, SafeText.Clean(text));
        Assert.True(SafeText.IsSafe(SafeText.Clean(text)));
        Assert.Equal(text == expected, SafeText.IsSafe(text));
    }
}
