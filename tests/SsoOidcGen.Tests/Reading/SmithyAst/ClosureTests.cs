using SsoOidcGen.Model;
using SsoOidcGen.Reading;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>What belongs to a service, and under which names.</summary>
public sealed class ClosureTests
{
    private const string Service = """
        "type": "service", "version": "1",
        "traits": {"aws.protocols#awsJson1_0": {}, "aws.api#service": {"sdkId": "Users"}}
        """;

    [Fact]
    public void Operations_of_the_service_and_of_all_its_resources_are_read_once_and_in_order()
    {
        ServiceModel model = SmithyReading.ReadSound(
            $$$"""
            "users#Users": { {{{Service}}},
              "operations": [{"target": "users#Zap"}],
              "resources": [{"target": "users#Outer"}]
            },
            "users#Outer": {
              "type": "resource",
              "create": {"target": "users#Create"}, "put": {"target": "users#Put"}, "read": {"target": "users#Read"},
              "update": {"target": "users#Update"}, "delete": {"target": "users#Delete"}, "list": {"target": "users#List"},
              "operations": [{"target": "users#Extra"}, {"target": "users#Zap"}],
              "collectionOperations": [{"target": "users#Collect"}],
              "resources": [{"target": "users#Inner"}]
            },
            "users#Inner": {"type": "resource", "read": {"target": "users#Deep"}},
            {{{Operations("Zap", "Create", "Put", "Read", "Update", "Delete", "List", "Extra", "Collect", "Deep")}}}
            """
        );

        Assert.Equal(
            ["Collect", "Create", "Deep", "Delete", "Extra", "List", "Put", "Read", "Update", "Zap"],
            model.Operations.Select(operation => operation.Name)
        );
    }

    [Fact]
    public void Shapes_that_no_operation_reaches_are_not_read()
    {
        ServiceModel model = SmithyReading.ReadSound(
            """
            "users#Lost": {"type": "structure", "members": {"Wrong": {"target": "users#Nothing"}}},
            "users#Worse": {"type": "nonsense"}
            """
        );

        Assert.DoesNotContain(model.Shapes, shape => shape.Name is "Lost" or "Worse");
    }

    [Fact]
    public void Mixins_give_their_members_first_and_traits_that_later_ones_and_the_shape_override()
    {
        ServiceModel model = SmithyReading.ReadSound(
            """
            "users#Named": {
              "type": "structure",
              "members": {"Name": {"target": "smithy.api#String"}, "Kind": {"target": "smithy.api#String"}},
              "traits": {
                "smithy.api#mixin": {"localTraits": ["smithy.api#deprecated"]},
                "smithy.api#deprecated": {},
                "smithy.api#documentation": "<p>named</p>"
              }
            },
            "users#Dated": {
              "type": "structure",
              "mixins": [{"target": "users#Named"}],
              "members": {"Born": {"target": "smithy.api#Timestamp"}},
              "traits": {"smithy.api#mixin": {}, "smithy.api#sensitive": {}}
            },
            "users#User": {
              "type": "structure",
              "mixins": [{"target": "users#Dated"}],
              "members": {
                "Active": {"target": "smithy.api#Boolean"},
                "Kind": {"target": "smithy.api#String", "traits": {"smithy.api#required": {}}}
              }
            },
            "users#User$Name": {"type": "apply", "traits": {"smithy.api#jsonName": "n"}}
            """
        );

        StructureShape user = SmithyReading.Structure(model, "User");
        Assert.Equal(["Name", "Kind", "Born", "Active"], user.Members.Select(member => member.Name));
        Assert.Equal("n", user.Members[0].JsonName);
        Assert.True(user.Members[1].Required);
        Assert.Equal(("<p>named</p>", true, null), (user.Documentation, user.Sensitive, user.Deprecated));
    }

    [Fact]
    public void Several_files_are_one_model_and_apply_statements_reach_across_them()
    {
        ServiceModel model = SmithyReading.ReadSound(
            """
            "users#User$Name": {"type": "apply", "traits": {"smithy.api#documentation": "<p>In full.</p>"}},
            "users#UserList": {"type": "list", "member": {"target": "people#Person"}}
            """,
            """
            {"smithy": "2.0", "shapes": {
              "people#Person": {"type": "structure", "members": {"Of": {"target": "users#User"}}},
              "users#User": {"type": "apply", "traits": {"smithy.api#sensitive": {}}}
            }}
            """
        );

        Assert.Equal(["Of"], SmithyReading.Structure(model, "Person").Members.Select(member => member.Name));
        StructureShape user = SmithyReading.Structure(model, "User");
        Assert.Equal((true, "<p>In full.</p>"), (user.Sensitive, user.Members[0].Documentation));
    }

    [Fact]
    public void Renamed_shapes_have_the_services_name_and_prelude_shapes_yield_to_others()
    {
        ServiceModel model = SmithyReading.ReadSound(
            $$$"""
            "users#Users": { {{{Service}}},
              "operations": [{"target": "users#Get"}],
              "rename": {"other#User": "OtherUser"}
            },
            "users#Get": {"type": "operation", "output": {"target": "users#Out"}},
            "users#Out": {"type": "structure", "members": {
              "a": {"target": "users#User"}, "b": {"target": "other#User"}, "c": {"target": "users#string"},
              "d": {"target": "smithy.api#String"}, "e": {"target": "other#Out"}
            }},
            "users#User": {"type": "structure", "members": {}},
            "other#User": {"type": "structure", "members": {}},
            "other#Out": {"type": "integer"},
            "users#string": {"type": "string", "traits": {"smithy.api#length": {"min": 3} } }
            """
        );

        Assert.Equal(
            ["User", "OtherUser", "string", "smithy.api#String", "other#Out"],
            SmithyReading.Structure(model, "Out").Members.Select(member => member.Target)
        );
    }

    [Fact]
    public void A_member_that_constrains_its_target_has_one_of_its_own()
    {
        ServiceModel model = SmithyReading.ReadSound(
            """
            "users#User": {"type": "structure", "members": {
              "Name": {"target": "smithy.api#String", "traits": {"smithy.api#length": {"min": 1, "max": 9}}},
              "Age": {"target": "users#Count", "traits": {"smithy.api#range": {"max": 150}}},
              "Tags": {"target": "users#Tags"},
              "Balance": {"target": "users#Count"}
            }},
            "users#Count": {"type": "integer", "traits": {"smithy.api#range": {"min": -1}}},
            "users#Tags": {"type": "list", "member": {
              "target": "smithy.api#String", "traits": {"smithy.api#length": {"min": 2}}
            }}
            """
        );

        StructureShape user = SmithyReading.Structure(model, "User");
        Shape[] targets = [.. user.Members.Select(member => model.Shapes.Single(shape => shape.Name == member.Target))];
        Assert.Equal(1, Assert.IsType<StringShape>(targets[0]).MinLength);
        Assert.Null(Assert.IsType<NumberShape>(targets[1]).Minimum);
        Assert.Equal(-1, Assert.IsType<NumberShape>(targets[3]).Minimum);
        string item = Assert.IsType<ListShape>(targets[2]).Member.Target;
        Assert.Equal(2, Assert.IsType<StringShape>(model.Shapes.Single(shape => shape.Name == item)).MinLength);
    }

    private static string Operations(params string[] names) =>
        string.Join(", ", names.Select(name => $"\"users#{name}\": {{\"type\": \"operation\"}}"));
}
