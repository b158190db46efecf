namespace SsoOidcGen.Runtime.Tests;

public sealed class RegionNameTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("eu-west-1", true)]
    [InlineData("EU-West-1", true)]
    [InlineData("1a", true)]
    [InlineData("", false)]
    [InlineData("1", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("-", false)]
    [InlineData("a.b", false)]
    [InlineData("a_b", false)]
    [InlineData("ä", false)]
    public void It_is_a_label_of_a_host(string name, bool isValid) => Assert.Equal(isValid, RegionName.IsValid(name));

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void It_has_up_to_63_characters(int length, bool isValid) =>
        Assert.Equal(isValid, RegionName.IsValid(new string('a', length)));

    [Theory]
    [InlineData("us-east-1", "us-east-1", false)]
    [InlineData("fips-us-east-1", "us-east-1", true)]
    [InlineData("us-east-1-fips", "us-east-1", true)]
    [InlineData("fips-us-east-1-fips", "us-east-1-fips", true)]
    [InlineData("us-fips-east-1", "us-fips-east-1", false)]
    [InlineData("fipsus", "fipsus", false)]
    public void A_mark_for_FIPS_stands_before_or_behind_it(string name, string plain, bool isMarked)
    {
        Assert.Equal(isMarked, RegionName.TryTakeFipsMark(ref name));
        Assert.Equal(plain, name);
    }
}
