using SsoOidcGen.Testing;
using SsoOidcGen.Tests.Diagnostics;

namespace SsoOidcGen.Tests.Pagination;

/// <summary>A page's token has to be what the input takes, whatever the model constrains it to.</summary>
public sealed class TokenTypeTests
{
    private const string Shapes = """
        "Text": {"type": "string"},
        "Short": {"type": "string", "max": 3, "min": 1},
        "Color": {"type": "string", "enum": ["red", "blue"]},
        "Number": {"type": "integer"},
        "Small": {"type": "integer", "max": 3, "min": 1},
        "Long": {"type": "long"},
        "Flag": {"type": "boolean"},
        "Time": {"type": "timestamp"},
        "Day": {"type": "timestamp", "timestampFormat": "iso8601"},
        "Value": {"type": "structure", "members": {"S": {"shape": "Text"}}},
        "Key": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Value"}},
        "Words": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Text"}},
        "ShortWords": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Short"}},
        "Numbers": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Number"}},
        "Texts": {"type": "list", "member": {"shape": "Text"}}
        """;

    [Theory]
    [InlineData("Text", "Text")]
    [InlineData("Short", "Text")]
    [InlineData("Text", "Color")]
    [InlineData("Color", "Color")]
    [InlineData("Number", "Small")]
    [InlineData("Long", "Long")]
    [InlineData("Time", "Day")]
    [InlineData("Key", "Key")]
    [InlineData("Words", "ShortWords")]
    public void Values_of_one_type_follow_each_other(string input, string output)
    {
        Generation generation = Generate(input, output);

        Assert.Empty(generation.Diagnostics);
        Assert.Contains("Sample.SampleClient/Paginators/List.g.cs", generation.Files.Keys);
        Assert.Empty(generation.CompilerDiagnostics);
    }

    [Theory]
    [InlineData("Number", "Text", "SSOGEN018")]
    [InlineData("Text", "Number", "SSOGEN018")]
    [InlineData("Number", "Long", "SSOGEN066")]
    [InlineData("Time", "Text", "SSOGEN018")]
    [InlineData("Color", "Text", "SSOGEN066")]
    [InlineData("Flag", "Flag", "SSOGEN066")]
    [InlineData("Words", "Numbers", "SSOGEN066")]
    [InlineData("Texts", "Texts", "SSOGEN066")]
    [InlineData("Value", "Value", "SSOGEN066")]
    public void Others_leave_the_paginator_out(string input, string output, string id)
    {
        Generation generation = Generate(input, output);

        Microsoft.CodeAnalysis.Diagnostic found = Assert.Single(generation.Diagnostics);
        Assert.Equal(id, found.Id);
        AcceptedMessages.AssertAccepted(id, found.GetMessage());
        Assert.DoesNotContain("Sample.SampleClient/Paginators/List.g.cs", generation.Files.Keys);
    }

    private static Generation Generate(string input, string output) =>
        Generation.Run(
            ModelText.Model(
                "model/service-2.json",
                $$$"""
                {
                  "metadata": {"protocol": "json", "jsonVersion": "1.0", "targetPrefix": "Sample", "serviceId": "Sample", "endpointPrefix": "sample"},
                  "operations": {"List": {"name": "List", "http": {"method": "POST", "requestUri": "/"},
                    "input": {"shape": "In"}, "output": {"shape": "Out"} } },
                  "shapes": {
                    "In": {"type": "structure", "members": {"Token": {"shape": "{{{input}}}"} } },
                    "Out": {"type": "structure", "members": {"Next": {"shape": "{{{output}}}"}, "Items": {"shape": "Texts"} } },
                    {{{Shapes}}}
                  }
                }
                """,
                "Sample|||"
            ),
            ModelText.Sibling(
                "model/paginators-1.json",
                """{"pagination": {"List": {"input_token": "Token", "output_token": "Next", "result_key": "Items"}}}"""
            )
        );
}
