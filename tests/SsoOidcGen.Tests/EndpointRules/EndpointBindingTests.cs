using System.Reflection;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Testing;
using SsoOidcGen.Tests.Reading;

namespace SsoOidcGen.Tests.EndpointRules;

public sealed class EndpointBindingTests
{
    private const string Parameters = """
        {
          "Name": {"type": "string"},
          "Kind": {"type": "string"},
          "Names": {"type": "stringArray"},
          "Kinds": {"type": "stringArray"},
          "Owners": {"type": "stringArray"},
          "Keys": {"type": "stringArray"},
          "Control": {"type": "boolean"}
        }
        """;

    private static readonly Lazy<Assembly> Generated = new(Generate);

    [Fact]
    public void Members_of_the_input_become_parameters()
    {
        EndpointContext context = Bind(
            ("Name", "n"),
            ("Kind", Enum("a")),
            ("Names", new[] { "x", "y" }),
            ("Kinds", Array.CreateInstance(EnumType, 1))
        );

        Assert.Equal("n", context.GetText("Name"));
        Assert.Equal("a", context.GetText("Kind"));
        Assert.Equal(["x", "y"], context.GetList("Names"));
        Assert.Single(context.GetList("Kinds")!);
    }

    [Fact]
    public void A_member_that_is_left_out_gives_no_value()
    {
        EndpointContext context = Bind();

        Assert.Null(context.GetText("Name"));
        Assert.Null(context.GetText("Kind"));
        Assert.Null(context.GetList("Kinds"));
    }

    [Fact]
    public void What_the_model_fixes_for_an_operation_overrides_the_input() =>
        Assert.True(Bind(("Control", false)).GetFlag("Control"));

    [Fact]
    public void Paths_of_the_operation_reach_into_the_input()
    {
        EndpointContext context = Bind(("Users", Users("a", "b")));

        Assert.Equal(["a", "b"], context.GetList("Owners"));
        Assert.Equal("a", context.GetText("Name"));
        Assert.Null(context.GetList("Keys"));
    }

    [Fact]
    public void A_member_of_the_input_overrides_a_path() =>
        Assert.Equal("n", Bind(("Users", Users("a")), ("Name", "n")).GetText("Name"));

    private static Array Users(params string[] names)
    {
        Type type = Generated.Value.GetType("Sample.User", throwOnError: true)!;
        Array users = Array.CreateInstance(type, names.Length);
        for (int i = 0; i < names.Length; i++)
        {
            object user = Activator.CreateInstance(type)!;
            type.GetProperty("Name")!.SetValue(user, names[i]);
            users.SetValue(user, i);
        }

        return users;
    }

    private static Type EnumType => Generated.Value.GetType("Sample.Kind", throwOnError: true)!;

    private static object Enum(string value) => Activator.CreateInstance(EnumType, value)!;

    private static EndpointContext Bind(params (string Property, object Value)[] members)
    {
        Type input = Generated.Value.GetType("Sample.DoRequest", throwOnError: true)!;
        object request = Activator.CreateInstance(input)!;
        foreach ((string property, object value) in members)
        {
            input.GetProperty(property)!.SetValue(request, value);
        }

        object operation = Generated
            .Value.GetType("Sample.UsersClient+Operations", throwOnError: true)!
            .GetProperty("Do")!
            .GetValue(null)!;
        Assert.True(((Operation)operation).BindsEndpoint);
        MethodInfo bind = operation.GetType().GetMethod("BindEndpoint")!;
        return (EndpointContext)bind.Invoke(operation, [request, new EndpointContext()])!;
    }

    private static Assembly Generate()
    {
        string model = ModelReading.Model(
            shapes: """
            {
              "Kind": {"type": "string", "enum": ["a", "b"]},
              "Names": {"type": "list", "member": {"shape": "Text"}},
              "Kinds": {"type": "list", "member": {"shape": "Kind"}},
              "DoRequest": {
                "type": "structure",
                "members": {
                  "Name": {"shape": "Text", "contextParam": {"name": "Name"}},
                  "Kind": {"shape": "Kind", "contextParam": {"name": "Kind"}},
                  "Names": {"shape": "Names", "contextParam": {"name": "Names"}},
                  "Kinds": {"shape": "Kinds", "contextParam": {"name": "Kinds"}},
                  "Users": {"shape": "Users"},
                  "ByName": {"shape": "UserMap"},
                  "Control": {"shape": "Flag", "contextParam": {"name": "Control"}}
                }
              }
            }
            """,
            operations: """
            {
              "Do": {
                "http": {"method": "POST", "requestUri": "/"},
                "input": {"shape": "DoRequest"},
                "staticContextParams": {"Control": {"value": true}},
                "operationContextParams": {
                  "Owners": {"path": "Users[*].Name"},
                  "Keys": {"path": "keys(ByName)"},
                  "Name": {"path": "Users[0].Name"}
                }
              }
            }
            """
        );
        Generation generation = Generation.Run(
            ModelText.Model("model/service-2.json", model, "Sample|UsersClient||"),
            ModelText.Sibling("model/endpoint-rule-set-1.json", RuleSetReading.RuleSet("", Parameters))
        );
        Assert.Empty(generation.CompilerDiagnostics);
        return generation.Load();
    }
}
