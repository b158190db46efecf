using SsoOidcGen.Planning;

namespace SsoOidcGen.Tests.Planning;

public sealed class NameEchoTests
{
    [Theory]
    [InlineData("VpcId", "<p>The VPC ID.</p>")]
    [InlineData("privateKey", "<p>PrivateKey</p>")]
    [InlineData("tags", "A <b>tags</b>")]
    [InlineData("x", "<p></p>", "<p></p>")]
    [InlineData("VpcId", "<p>The VPC.</p>", "<p>The VPC.</p>")]
    [InlineData("VpcId", "<p>The ID of the VPC.</p>", "<p>The ID of the VPC.</p>")]
    public void What_only_repeats_the_name_is_removed(string name, string html, string expected = "") =>
        Assert.Equal(expected, NameEcho.Remove(name, html));
}
