using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>Members that a shape has of a mixin and declares once more (Smithy 2.0, "Mixins").</summary>
public sealed class MixinMemberTests
{
    [Theory]
    [InlineData("", """, "traits": {"smithy.api#jsonName": "own"}""", "own", false)]
    [InlineData(""", "traits": {"smithy.api#jsonName": "mixed"}""", "", "mixed", false)]
    [InlineData(
        """, "traits": {"smithy.api#jsonName": "mixed"}""",
        """, "traits": {"smithy.api#jsonName": "own"}""",
        "own",
        false
    )]
    [InlineData(
        """, "traits": {"smithy.api#jsonName": "mixed"}""",
        """, "traits": {"smithy.api#required": {}}""",
        "mixed",
        true
    )]
    [InlineData("", "", "Name", false)]
    public void Its_traits_are_added_to_those_of_the_mixin(string ofMixin, string own, string jsonName, bool isRequired)
    {
        ServiceModel model = SmithyReading.ReadSound(
            $$$"""
            "users#User": {
              "type": "structure", "mixins": [{"target": "users#Named"}],
              "members": {"Name": {"target": "smithy.api#String"{{{own}}}}}
            },
            "users#Named": {
              "type": "structure",
              "members": {"Name": {"target": "smithy.api#String"{{{ofMixin}}}}},
              "traits": {"smithy.api#mixin": {}}
            }
            """
        );

        Member member = Assert.Single(SmithyReading.Structure(model, "User").Members);
        Assert.Equal(("Name", jsonName, isRequired), (member.Name, member.JsonName, member.Required));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(""", "traits": {"smithy.api#xmlNamespace": {"uri": "https://ns.example"}}""", "https://ns.example")]
    public void A_structure_that_the_service_renames_keeps_its_name_and_namespace_in_XML(string traits, string? uri)
    {
        ServiceModel model = SmithyReading.ReadSound(
            $$$"""
            "users#Users": {
              "type": "service", "version": "1", "operations": [{"target": "users#GetUser"}],
              "traits": {"aws.protocols#restXml": {}, "aws.api#service": {"sdkId": "Users"}},
              "rename": {"users#User": "Person"}
            },
            "users#User": {"type": "structure", "members": {"Name": {"target": "smithy.api#String"}}{{{traits}}}}
            """
        );

        XmlTraits? xml = SmithyReading.Structure(model, "Person").Xml;
        Assert.Equal(("User", uri), (xml?.Name, xml?.Namespace?.Uri));
    }
}
