using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Tests.Planning;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("CreateTokn", "CreateToken")]
    [InlineData("createtoken", "CreateToken")]
    [InlineData("reateToken", "CreateToken")]
    [InlineData("CreatedToken", "CreateToken")]
    [InlineData("StartDeviceAuthorisation", "StartDeviceAuthorization")]
    [InlineData("xyCreateToken", "CreateToken")]
    [InlineData("CreateTokenWithIM", "CreateTokenWithIAM")]
    public void A_name_is_found_by_its_fewest_edits(string misspelt, string expected) =>
        Assert.Equal(expected, Find(misspelt));

    /// <summary>A third of the letters, and one at least.</summary>
    [Theory]
    [InlineData("Tg", "Tag", true)]
    [InlineData("T", "Tag", false)]
    [InlineData("Taxi", "Tag", false)]
    [InlineData("Tagsx", "Tagab", false)]
    [InlineData("ABCdef", "ABCdxy", true)]
    [InlineData("ABCdef", "ABCxyz", false)]
    public void Too_many_edits_are_no_misspelling(string misspelt, string name, bool isMeant) =>
        Assert.Equal(isMeant ? name : null, NearestName.Find(misspelt, [name]));

    [Fact]
    public void Of_two_that_are_as_near_the_first_counts() =>
        Assert.Equal("Tags", NearestName.Find("Tagx", ["Tags", "Tagy"]));

    private static string? Find(string misspelt) =>
        NearestName.Find(misspelt, ["RegisterClient", "StartDeviceAuthorization", "CreateToken", "CreateTokenWithIAM"]);
}
