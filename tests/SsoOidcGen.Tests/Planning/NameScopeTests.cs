using SsoOidcGen.Planning;
using SsoOidcGen.Planning.Names;

namespace SsoOidcGen.Tests.Planning;

public sealed class NameScopeTests
{
    [Fact]
    public void The_second_of_two_equal_names_gets_a_2()
    {
        NameScope scope = new(StringComparer.Ordinal, []);

        Assert.Equal(["Foo", "Foo2", "Foo3"], [scope.Claim("Foo"), scope.Claim("Foo"), scope.Claim("Foo")]);
    }

    [Fact]
    public void A_suffix_goes_before_numbers()
    {
        NameScope scope = new(StringComparer.Ordinal, ["Foo"]);

        Assert.Equal(
            ["FooShape", "FooShape2", "FooShape3"],
            [scope.Claim("Foo", "Shape"), scope.Claim("Foo", "Shape"), scope.Claim("Foo", "Shape")]
        );
        Assert.True(scope.IsTaken("FooShape"));
        Assert.False(scope.IsTaken("Shape"));
    }

    [Fact]
    public void The_comparer_says_which_names_are_equal() =>
        Assert.Equal("foo2", new NameScope(StringComparer.OrdinalIgnoreCase, ["Foo"]).Claim("foo"));
}
