namespace SsoOidcGen.Runtime.Tests;

public sealed class ShellWordsTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("  a  b\tc ", new[] { "a", "b", "c" })]
    [InlineData("'a b' \"c d\"", new[] { "a b", "c d" })]
    [InlineData("a'b'\"c\"", new[] { "abc" })]
    [InlineData("''", new[] { "" })]
    [InlineData(@"a\ b", new[] { "a b" })]
    [InlineData(@"""a\""b\\c\d""", new[] { @"a""b\c\d" })]
    [InlineData(@"'a\b'", new[] { @"a\b" })]
    [InlineData("\"it's\"", new[] { "it's" })]
    public void Text_is_split_as_a_shell_does(string text, string[] words) =>
        Assert.Equal(words, ShellWords.TrySplit(text));

    [Theory]
    [InlineData("'a")]
    [InlineData("\"a")]
    [InlineData("a\\")]
    public void An_open_end_has_no_words(string text) => Assert.Null(ShellWords.TrySplit(text));
}
