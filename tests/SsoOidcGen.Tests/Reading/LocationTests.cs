using System.Text;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Model;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Reading;

/// <summary>Where diagnostics point to, in each format: at the token, or at the nearest thing around what is not there.</summary>
public sealed class LocationTests
{
    private const string Botocore = """
        {
          "version": "2.0",
          "metadata": {"protocol": "rest-json", "serviceId": "Users"},
          "clientContextParams": {"Flag": {"documentation": "", "type": "boolean"}},
          "operations": {
            "Find": {
              "http": {"method": "GET", "requestUri": "/find"},
              "input": {"shape": "In"},
              "output": {"shape": "Out"},
              "errors": [{"shape": "Gone"}, {"shape": "Lost"}],
              "endpoint": {"hostPrefix": "find."},
              "staticContextParams": {"Kind": {"value": "static"}},
              "operationContextParams": {"Names": {"path": "Items[].Name"}}
            }
          },
          "shapes": {
            "In": {
              "type": "structure",
              "required": ["Other", "Name"],
              "members": {
                "Name": {"shape": "Text", "locationName": "name", "contextParam": {"name": "Param"}},
                "Plain": {"shape": "Plain"}
              }
            },
            "List": {"type": "list", "member": {"shape": "Item"}},
            "Map": {"type": "map", "key": {"shape": "Key"}, "value": {"shape": "Value"}}
          }
        }
        """;

    private const string Paginators = """
        {
          "pagination": {
            "Find": {
              "input_token": ["in0", "in1"],
              "output_token": ["out0", "out1"],
              "result_key": ["result0", "result1"],
              "limit_key": "limit",
              "more_results": "more"
            },
            "Single": {"input_token": "in", "output_token": "out", "result_key": "result"}
          }
        }
        """;

    private const string Waiters = """
        {
          "version": 2,
          "waiters": {
            "Found": {
              "acceptors": [
                {"argument": "first", "expected": 1},
                {"argument": "second", "expected": 2}
              ]
            }
          }
        }
        """;

    private const string Smithy = """
        {
          "smithy": "2.0",
          "shapes": {
            "users#Users": {
              "type": "service",
              "operations": [{"target": "users#Find"}, {"target": "users#Single"}],
              "errors": [{"target": "users#Lost"}],
              "traits": {
                "aws.protocols#restJson1": {},
                "smithy.api#paginated": {"inputToken": "in", "outputToken": "out", "pageSize": "limitOfService"},
                "smithy.rules#clientContextParams": {"Flag": {"documentation": "", "type": "boolean"}}
              }
            },
            "users#Find": {
              "type": "operation",
              "input": {"target": "users#In"},
              "output": {"target": "users#Out"},
              "errors": [{"target": "users#Gone"}],
              "traits": {
                "smithy.api#http": {"method": "GET", "uri": "/find"},
                "smithy.api#endpoint": {"hostPrefix": "find."},
                "smithy.rules#staticContextParams": {"Kind": {"value": "static"}},
                "smithy.rules#operationContextParams": {"Names": {"path": "Items[].Name"}},
                "smithy.api#paginated": {"inputToken": "in0", "outputToken": "out0", "items": "result0", "pageSize": "limit"},
                "smithy.waiters#waitable": {
                  "Found": {
                    "acceptors": [
                      {"state": "success", "matcher": {"output": {"path": "first", "expected": "1"}}},
                      {"state": "success", "matcher": {"output": {"path": "second", "expected": "2"}}}
                    ]
                  }
                }
              }
            },
            "users#Single": {"type": "operation", "traits": {"smithy.api#paginated": {}}},
            "users#In": {
              "type": "structure",
              "members": {
                "Name": {
                  "target": "users#Text",
                  "traits": {
                    "smithy.api#required": {},
                    "smithy.api#httpQuery": "name",
                    "smithy.rules#contextParam": {"name": "Param"}
                  }
                },
                "Plain": {"target": "users#Plain"}
              }
            },
            "users#Out": {"type": "structure", "members": {"A": {"target": "users#List"}, "B": {"target": "users#Map"}}},
            "users#Gone": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}},
            "users#Lost": {"type": "structure", "members": {}, "traits": {"smithy.api#error": "client"}},
            "users#List": {"type": "list", "member": {"target": "users#Item"}},
            "users#Map": {"type": "map", "key": {"target": "users#Key"}, "value": {"target": "users#Value"}},
            "users#Text": {"type": "string"},
            "users#Plain": {"type": "string"},
            "users#Item": {"type": "string"},
            "users#Key": {"type": "string"},
            "users#Value": {"type": "string"}
          }
        }
        """;

    private static readonly ModelPart[] s_parts =
    [
        new ModelPart.Service(),
        new ModelPart.Operations(),
        new ModelPart.SingleOperation("Find"),
        new ModelPart.SingleOperation("Nothing"),
        new ModelPart.Input("Find"),
        new ModelPart.Output("Find"),
        new ModelPart.Error("Find", "Gone"),
        new ModelPart.Error("Find", "Lost"),
        new ModelPart.Error("Find", "Nothing"),
        new ModelPart.HttpUri("Find"),
        new ModelPart.HostPrefix("Find"),
        new ModelPart.ClientContextParameter("Flag"),
        new ModelPart.StaticContextValue("Find", "Kind"),
        new ModelPart.OperationContextParameter("Find", "Names"),
        new ModelPart.OperationContextPath("Find", "Names"),
        new ModelPart.Shape("In"),
        new ModelPart.Shape("Nothing"),
        new ModelPart.ListItem("List"),
        new ModelPart.MapKey("Map"),
        new ModelPart.MapValue("Map"),
        new ModelPart.MemberTarget("In", "Name"),
        new ModelPart.MemberName("In", "Name"),
        new ModelPart.MemberName("In", "Plain"),
        new ModelPart.MemberRequired("In", "Name"),
        new ModelPart.MemberRequired("In", "Plain"),
        new ModelPart.MemberContextParameter("In", "Name"),
        new ModelPart.Paginator("Find"),
        new ModelPart.InputToken("Find", 0),
        new ModelPart.InputToken("Find", 1),
        new ModelPart.InputToken("Find", 2),
        new ModelPart.InputToken("Single", 0),
        new ModelPart.OutputTokens("Find"),
        new ModelPart.OutputToken("Find", 1),
        new ModelPart.OutputToken("Single", 0),
        new ModelPart.ResultKey("Find", 1),
        new ModelPart.ResultKey("Single", 0),
        new ModelPart.LimitKey("Find"),
        new ModelPart.LimitKey("Single"),
        new ModelPart.MoreResults("Find"),
        new ModelPart.Waiter("Found"),
        new ModelPart.Waiter("Nothing"),
        new ModelPart.Acceptors("Found"),
        new ModelPart.AcceptorArgument("Found", 0),
        new ModelPart.AcceptorArgument("Found", 1),
        new ModelPart.AcceptorArgument("Found", 2),
        new ModelPart.AcceptorExpectation("Found", 1),
    ];

    [Fact]
    public void Every_part_has_its_place()
    {
        string text =
            Locate("botocore", Botocore, ("paginators-1.json", Paginators), ("waiters-2.json", Waiters))
            + Locate("Smithy", Smithy);

        Snapshot.Matches(text, "SsoOidcGen.Tests/Reading/Locations.verified.txt");
    }

    private static string Locate(string format, string model, params (string Name, string Text)[] siblings)
    {
        ModelFile service = new("model/service-2.json", model);
        ModelFile[] others = [.. siblings.Select(static file => new ModelFile($"model/{file.Name}", file.Text))];
        DiagnosticBag diagnostics = new();
        IModelFormat files = ModelFormats.Open(
            new ModelSource(service, others.ToEquatableArray()),
            diagnostics,
            TestContext.Current.CancellationToken
        )!;
        StringBuilder text = new($"=== {format}\n");
        foreach (ModelPart part in s_parts)
        {
            text.Append($"{part}\n    ");
            if (files.Locate(part) is { } span)
            {
                string all = others.Append(service).Single(file => file.Path == span.Path).Text;
                text.Append($"{span.Path}:{span.Line + 1}:{span.Column + 1}: {all[span.Start..].Split('\n')[0]}\n");
            }
            else
            {
                text.Append("nowhere\n");
            }
        }

        return text.Append('\n').ToString();
    }
}
