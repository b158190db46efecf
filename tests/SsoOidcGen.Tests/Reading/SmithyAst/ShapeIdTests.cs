using SsoOidcGen.Reading.SmithyAst;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

public sealed class ShapeIdTests
{
    [Theory]
    [InlineData("users#User", true)]
    [InlineData("u#U", true)]
    [InlineData("com.example.users#User_1", true)]
    [InlineData("User", false)]
    [InlineData("#User", false)]
    [InlineData("users#", false)]
    [InlineData("com..users#User", false)]
    [InlineData("com.1users#User", false)]
    [InlineData("us-ers#User", false)]
    [InlineData("users#User$Name", false)]
    [InlineData("users#1", false)]
    [InlineData("", false)]
    public void An_id_is_a_namespace_and_a_name(string id, bool isValid) => Assert.Equal(isValid, ShapeId.IsValid(id));

    [Theory]
    [InlineData("com.users#User", "User")]
    [InlineData("User", "User")]
    public void A_name_is_what_follows_the_namespace(string id, string name) => Assert.Equal(name, ShapeId.NameOf(id));

    [Theory]
    [InlineData("users#User$Name", "users#User", "Name")]
    [InlineData("users#User", "users#User", null)]
    [InlineData("$a", "", "a")]
    public void An_id_of_a_member_is_that_of_its_shape_and_its_name(string id, string shape, string? member) =>
        Assert.Equal((shape, member), ShapeId.Split(id));
}
