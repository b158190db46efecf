using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class PageTokensTests
{
    private static readonly Dictionary<string, int?> Token = new() { ["hash"] = 1, ["range"] = null };

    [Fact]
    public void What_is_empty_leads_to_no_page()
    {
        Assert.Null(PageTokens.NullIfEmpty(""));
        Assert.Null(PageTokens.NullIfEmpty(new Dictionary<string, int>()));
        Assert.Equal(" ", PageTokens.NullIfEmpty(" "));
        Assert.Same(Token, PageTokens.NullIfEmpty(Token));
    }

    [Fact]
    public void Tokens_of_several_values_are_equal_by_value()
    {
        Assert.True(PageTokens.AreEqual(Token, new Dictionary<string, int?> { ["range"] = null, ["hash"] = 1 }));
        Assert.False(PageTokens.AreEqual(Token, new Dictionary<string, int?> { ["hash"] = 1, ["other"] = null }));
        Assert.False(PageTokens.AreEqual(Token, new Dictionary<string, int?> { ["hash"] = 1 }));
        Assert.False(PageTokens.AreEqual(Token, null));
    }
}
