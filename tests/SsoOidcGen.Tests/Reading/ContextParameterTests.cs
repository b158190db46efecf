using SsoOidcGen.Model;

namespace SsoOidcGen.Tests.Reading;

public sealed class ContextParameterTests
{
    private const string Rules = """
        {
          "version": "1.0",
          "parameters": {
            "Name": {"type": "string"}, "Names": {"type": "stringArray"}, "Control": {"type": "boolean"}
          },
          "rules": [
            {"conditions": [], "type": "endpoint", "endpoint": {"url": "https://example.com"}}
          ]
        }
        """;

    [Fact]
    public void Bindings_that_the_rules_ask_for_are_kept()
    {
        ServiceModel model = ModelReading.ReadSound(
            ModelReading.Model(
                shapes: """
                {
                  "Request": {
                    "type": "structure",
                    "members": {
                      "Id": {"shape": "Text", "contextParam": {"name": "Name"}},
                      "Other": {"shape": "Text", "contextParam": {"name": "Unknown"}},
                      "Users": {"shape": "Users"}
                    }
                  }
                }
                """,
                operations: """
                {
                  "Do": {
                    "http": {"method": "POST", "requestUri": "/"},
                    "input": {"shape": "Request"},
                    "staticContextParams": {
                      "Name": {"value": "x"}, "Control": {"value": true}, "Names": {"value": ["a"]}, "Unknown": {"value": "1"}
                    },
                    "operationContextParams": {"Names": {"path": "Users[*].Name"}, "Unknown": {"path": "Id"}}
                  }
                }
                """
            ),
            ("endpoint-rule-set-1.json", Rules)
        );

        OperationModel operation = model.Operations[2];
        Assert.Equal(
            [
                new("Name", new("x", null, [])),
                new("Control", new(null, true, [])),
                new("Names", new(null, null, ["a"])),
            ],
            operation.StaticContextParameters
        );
        Assert.Equal("Users[*].Name", Assert.Single(operation.OperationContextParameters).Path.Text);
        StructureShape request = model.Shapes.OfType<StructureShape>().Single(shape => shape.Name == "Request");
        Assert.Equal(["Name", null, null], request.Members.Select(member => member.ContextParameter));
    }

    [Theory]
    [InlineData("SSOGEN021", """ "staticContextParams": {"Control": {"value": «"yes"»}}""")]
    [InlineData("SSOGEN021", """ "staticContextParams": {"Name": {"value": «[»"a"]}}""")]
    [InlineData("SSOGEN021", """ "operationContextParams": {"Names": {"path": «"Token"»}}""")]
    [InlineData("SSOGEN021", """ "operationContextParams": {"Name": {"path": «"Limit"»}}""")]
    [InlineData("SSOGEN020", """ "operationContextParams": {"Name": {"path": «"Nickname"»}}""")]
    [InlineData("SSOGEN004", """ "staticContextParams": {"Control": {"value": «1»}}""")]
    [InlineData("SSOGEN005", """ "staticContextParams": {"Control": «{»}}""")]
    public void A_binding_of_another_type_is_reported_and_ignored(string id, string binding)
    {
        ServiceModel? model = ModelReading.ReadUnsound(
            id,
            ModelReading.Model(
                operations: $$$"""
                {"Do": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "ListUsersRequest"}, {{{binding}}} } }
                """
            ),
            ("endpoint-rule-set-1.json", Rules)
        );

        Assert.Empty(model!.Operations[2].StaticContextParameters);
        Assert.Empty(model.Operations[2].OperationContextParameters);
    }

    [Fact]
    public void Client_settings_that_the_rules_ask_for_are_kept()
    {
        const string Service = """
            {
              "metadata": {"protocol": "rest-json"}, "operations": {}, "shapes": {},
              "clientContextParams": {
                "Control": {"type": "boolean", "documentation": "Yes"},
                "Name": {"type": "string"},
                "Unknown": {"type": "string"}
              }
            }
            """;

        Assert.Equal(
            [new("Control", IsBoolean: true, "Yes"), new("Name", IsBoolean: false, "")],
            ModelReading.ReadSound(Service, ("endpoint-rule-set-1.json", Rules)).ClientContextParameters
        );
        ModelReading.ReadUnsound(
            "SSOGEN021",
            Service.Replace("\"boolean\"", "«\"string\"»", StringComparison.Ordinal),
            ("endpoint-rule-set-1.json", Rules)
        );
        ModelReading.ReadUnsound(
            "SSOGEN004",
            Service.Replace("\"boolean\"", "«\"number\"»", StringComparison.Ordinal),
            ("endpoint-rule-set-1.json", Rules)
        );
    }
}
