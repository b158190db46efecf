using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>Members that allow less than the shapes they refer to (Smithy 2.0, "Constraint traits").</summary>
public sealed class ConstrainedMemberTests
{
    [Theory]
    [InlineData("smithy.api#String", "length", "Owner$A: string from 3")]
    [InlineData("smithy.api#Blob", "length", "Owner$A: blob from 3")]
    [InlineData("smithy.api#Integer", "range", "Owner$A: number from 3")]
    [InlineData("users#UserList", "length", "Owner$A: list from 3")]
    [InlineData("users#Names", "length", "Owner$A: map from 3")]
    [InlineData("smithy.api#String", "range", "smithy.api#String: string from nothing")]
    [InlineData("smithy.api#Integer", "length", "smithy.api#Integer: number from nothing")]
    [InlineData("smithy.api#Blob", "range", "smithy.api#Blob: blob from nothing")]
    [InlineData("users#UserList", "range", "UserList: list from nothing")]
    [InlineData("users#Names", "range", "Names: map from nothing")]
    public void A_constraint_makes_a_shape_of_its_own_where_it_says_something(
        string target,
        string trait,
        string expected
    )
    {
        ServiceModel model = Read(
            $$$"""
            "users#Owner": {"type": "structure", "members": {
              "A": {"target": "{{{target}}}", "traits": {"smithy.api#{{{trait}}}": {"min": 3} } }
            }}
            """
        );

        Assert.Equal(expected, Describe(model, SmithyReading.Structure(model, "Owner").Members[0].Target));
    }

    [Fact]
    public void A_constraint_that_repeats_the_target_s_makes_no_shape()
    {
        ServiceModel model = Read(
            """
            "users#Owner": {"type": "structure", "members": {
              "A": {"target": "users#Short", "traits": {"smithy.api#length": {"min": 3}}},
              "B": {"target": "users#Short", "traits": {"smithy.api#length": {"max": 9}}}
            }},
            "users#Short": {"type": "string", "traits": {"smithy.api#length": {"min": 3}}}
            """
        );

        Assert.Equal(
            ["Short: string from 3", "Owner$B: string from nothing"],
            SmithyReading.Structure(model, "Owner").Members.Select(member => Describe(model, member.Target))
        );
    }

    [Fact]
    public void Items_keys_and_values_may_have_constraints_too()
    {
        ServiceModel model = Read(
            """
            "users#Owner": {"type": "structure", "members": {
              "A": {"target": "users#Many"}, "B": {"target": "users#ByName"}
            }},
            "users#Many": {
              "type": "list", "member": {"target": "smithy.api#String", "traits": {"smithy.api#length": {"min": 1}}}
            },
            "users#ByName": {
              "type": "map",
              "key": {"target": "smithy.api#String", "traits": {"smithy.api#length": {"min": 2}}},
              "value": {"target": "smithy.api#Integer", "traits": {"smithy.api#range": {"min": -3}}}
            }
            """
        );

        ListShape many = model.Shapes.OfType<ListShape>().Single(static shape => shape.Name == "Many");
        MapShape byName = model.Shapes.OfType<MapShape>().Single(static shape => shape.Name == "ByName");
        Assert.Equal(
            ["Many$member: string from 1", "ByName$key: string from 2", "ByName$value: number from -3"],
            new[] { many.Member.Target, byName.Key.Target, byName.Value.Target }.Select(name => Describe(model, name))
        );
    }

    private static ServiceModel Read(string shapes) =>
        SmithyReading.ReadSound(
            $$$"""
            "users#GetUserRequest": {
              "type": "structure",
              "members": {
                "Id": {"target": "smithy.api#String", "traits": {"smithy.api#httpLabel": {}, "smithy.api#required": {} } },
                "Owner": {"target": "users#Owner"}
              }
            },
            "users#Names": {
              "type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#String"}
            },
            {{{shapes}}}
            """
        );

    private static string Describe(ServiceModel model, string name)
    {
        (string kind, object? minimum) = model.Shapes.Single(shape => shape.Name == name) switch
        {
            StringShape text => ("string", text.MinLength),
            BlobShape blob => ("blob", blob.MinLength),
            ListShape list => ("list", list.MinLength),
            MapShape map => ("map", map.MinLength),
            NumberShape number => ("number", (object?)number.Minimum),
            var other => (other.GetType().Name, null),
        };
        return $"{name}: {kind} from {minimum ?? "nothing"}";
    }
}
