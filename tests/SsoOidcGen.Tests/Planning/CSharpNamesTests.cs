using Microsoft.CodeAnalysis.CSharp;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Tests.Planning;

public sealed class CSharpNamesTests
{
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
