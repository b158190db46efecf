using Microsoft.CodeAnalysis.CSharp;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Tests.Planning;

public sealed class CSharpNamesTests
{
    [Theory]
    [InlineData("Name", "name")]
    [InlineData("A", "a")]
    [InlineData("ID", "id")]
    [InlineData("URL", "url")]
    [InlineData("IDToken", "idToken")]
    [InlineData("ATeam", "aTeam")]
    [InlineData("URLOf", "urlOf")]
    [InlineData("_1", "_1")]
    public void The_first_word_of_a_local_is_small(string pascal, string camel) =>
        Assert.Equal(camel, CSharpNames.Camel(pascal));

    [Theory]
    [InlineData("a-b_c.d", "ABCD")]
    [InlineData("1st", "_1st")]
    [InlineData("", "Empty")]
    [InlineData("*<>=!+-/%. _", "AsteriskLessGreaterEqualNotPlusMinusSlashPercentDotSpaceUnderscore")]
    [InlineData("?", "U003F")]
    public void Parts_of_a_name_begin_with_capitals(string name, string pascal) =>
        Assert.Equal(pascal, CSharpNames.Pascal(name));

    [Theory]
    [InlineData("IN_PROGRESS", "InProgress")]
    [InlineData("inProgress", "InProgress")]
    [InlineData("SSO OIDC", "SsoOidc")]
    [InlineData("t3.large", "T3Large")]
    public void Words_in_capitals_become_words(string name, string pascal) =>
        Assert.Equal(pascal, CSharpNames.PascalOfWords(name));

    [Fact]
    public void Every_keyword_is_escaped()
    {
        string[] keywords =
        [
            .. SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText).Where(static word => word[0] != '_'),
        ];

        Assert.Equal(77, keywords.Length);
        Assert.All(keywords, static word => Assert.False(CSharpNames.IsIdentifier(word)));
        Assert.Equal(
            keywords.Select(static word => "@" + word),
            keywords.Select(static word => CSharpNames.Camel(CSharpNames.Pascal(word)))
        );
    }
}
