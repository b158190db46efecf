using SsoOidcGen.Model;
using SsoOidcGen.Reading.SmithyAst;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>The shapes that Smithy itself declares (Smithy 2.0, "Prelude").</summary>
public sealed class PreludeTests
{
    [Fact]
    public void Numbers_have_a_form_of_earlier_versions() =>
        Assert.All(
            Enum.GetValues<NumberKind>(),
            static kind =>
            {
                Assert.Equal(new NumberShape("N", kind), Prelude.Create($"smithy.api#{kind}", "N"));
                Assert.Equal(new NumberShape("N", kind), Prelude.Create($"smithy.api#Primitive{kind}", "N"));
            }
        );

    [Fact]
    public void Other_shapes_have_none_but_Boolean()
    {
        Assert.Equal(new BooleanShape("N"), Prelude.Create("smithy.api#Boolean", "N"));
        Assert.Equal(new BooleanShape("N"), Prelude.Create("smithy.api#PrimitiveBoolean", "N"));
        Assert.Equal(new StringShape("N"), Prelude.Create("smithy.api#String", "N"));
        Assert.Equal(new BlobShape("N"), Prelude.Create("smithy.api#Blob", "N"));
        Assert.Equal(new TimestampShape("N"), Prelude.Create("smithy.api#Timestamp", "N"));
        Assert.Equal(new DocumentShape("N"), Prelude.Create("smithy.api#Document", "N"));
        Assert.All(
            new[] { "PrimitiveString", "PrimitiveBlob", "PrimitiveDocument", "BigInteger", "Nothing", "" },
            static name => Assert.False(Prelude.Has($"smithy.api#{name}"))
        );
        Assert.False(Prelude.Has("users#String"));
    }

    [Theory]
    [InlineData("smithy.api#BigInteger", true)]
    [InlineData("smithy.api#BigDecimal", true)]
    [InlineData("smithy.api#Integer", false)]
    [InlineData("users#BigInteger", false)]
    public void Some_numbers_fit_no_type_of_CSharp(string id, bool isUnbounded) =>
        Assert.Equal(isUnbounded, Prelude.IsUnbounded(id));
}
