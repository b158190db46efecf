using Microsoft.CodeAnalysis;

namespace SsoOidcGen.Tests.Incrementality;

public sealed class CompilerObjectsTests
{
    [Fact]
    public void An_object_of_the_compiler_is_found_however_deep_it_hides()
    {
        object hiding = new List<(string, object)> { ("a", new Lazy<object>(Location.None)) };

        Assert.Contains(CompilerObjects.In(hiding), static type => typeof(Location).IsAssignableFrom(type));
    }

    [Fact]
    public void Plain_values_hold_none() => Assert.Empty(CompilerObjects.In(new[] { ("a", 1), ("b", 2) }));
}
