using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>Known values of strings, with what the model says about each.</summary>
public sealed class EnumValueTests
{
    [Fact]
    public void Members_of_an_enum_keep_their_documentation_and_deprecation()
    {
        ServiceModel model = SmithyReading.ReadSound(
            """
            "users#User": {"type": "structure", "members": {"State": {"target": "users#State"}}},
            "users#State": {"type": "enum", "members": {
              "ACTIVE": {"target": "smithy.api#Unit", "traits": {
                "smithy.api#enumValue": "active", "smithy.api#documentation": "Signs in."}},
              "GONE": {"target": "smithy.api#Unit", "traits": {
                "smithy.api#deprecated": {"message": "Nobody is gone."}}}
            }}
            """
        );

        Assert.Equal(
            [
                new EnumValue("active") { Documentation = "<p>Signs in.</p>" },
                new EnumValue("GONE") { Deprecated = new Deprecation("Nobody is gone.", Since: null) },
            ],
            Values(model)
        );
    }

    [Fact]
    public void Values_of_the_older_trait_keep_their_documentation()
    {
        ServiceModel model = SmithyReading.ReadSound(
            """
            "users#User": {"type": "structure", "members": {"State": {"target": "users#State"}}},
            "users#State": {"type": "string", "traits": {"smithy.api#enum": [
              {"value": "active", "name": "ACTIVE", "documentation": "<p>Signs in.</p>"},
              {"value": "gone"},
              {"value": "active"}
            ]}}
            """
        );

        Assert.Equal(
            [new EnumValue("active") { Documentation = "<p>Signs in.</p>" }, new EnumValue("gone")],
            Values(model)
        );
    }

    private static EquatableArray<EnumValue> Values(ServiceModel model) =>
        Assert.IsType<StringShape>(Assert.Single(model.Shapes, static shape => shape.Name == "State")).EnumValues;
}
