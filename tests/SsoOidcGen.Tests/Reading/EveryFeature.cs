namespace SsoOidcGen.Tests.Reading;

/// <summary>A small model with the features that the models of this repository lack.</summary>
internal static class EveryFeature
{
    public static (string Name, string Text)[] Files { get; } =
    [
        (
            "service-2.json",
            ModelReading.Model(
                shapes: """
                {
                  "Bytes": {"type": "blob", "streaming": true},
                  "Put": {
                    "type": "structure",
                    "payload": "Body",
                    "members": {
                      "Body": {"shape": "Bytes"},
                      "Tag": {"shape": "Text", "location": "header", "jsonvalue": true},
                      "Account": {"shape": "Text", "location": "header", "hostLabel": true},
                      "Status": {"shape": "Count", "location": "statusCode"}
                    }
                  },
                  "Event": {"type": "structure", "event": true, "members": {"User": {"shape": "User", "eventpayload": true}}},
                  "Events": {
                    "type": "structure",
                    "eventstream": true,
                    "members": {"Event": {"shape": "Event"}, "NotFound": {"shape": "NotFound"}}
                  },
                  "Watch": {"type": "structure", "payload": "Events", "members": {"Events": {"shape": "Events"}}},
                  "Tree": {
                    "type": "structure",
                    "required": ["Choice"],
                    "members": {"Choice": {"shape": "Choice"}, "Trees": {"shape": "Trees"}, "Root": {"shape": "Tree"}, "Name": {"shape": "Text"}}
                  },
                  "Trees": {"type": "list", "member": {"shape": "Tree"}, "sparse": true},
                  "Choice": {"type": "structure", "union": true, "members": {"Tree": {"shape": "Tree"}, "Free": {"shape": "Free"}}},
                  "Free": {"type": "structure", "document": true, "members": {}}
                }
                """,
                operations: """
                {
                  "Put": {
                    "http": {"method": "PUT", "requestUri": "/put?x"},
                    "input": {"shape": "Put"},
                    "output": {"shape": "Watch"},
                    "endpoint": {"hostPrefix": "{Account}."},
                    "authtype": "none"
                  },
                  "Grow": {
                    "http": {"method": "POST", "requestUri": "/grow"},
                    "input": {"shape": "Tree"},
                    "operationContextParams": {"Names": {"path": "Trees[*].[Name, Root.Name][]"}}
                  }
                }
                """
            )
        ),
        (
            "paginators-1.json",
            """{"pagination": {"ListUsers": {"input_token": "Token", "output_token": "NextToken || Users[-1].Name", "result_key": ["Users"], "more_results": "More"}}}"""
        ),
        (
            "waiters-2.json",
            """
            {"waiters": {"Ready": {"operation": "ListUsers", "delay": 1, "maxAttempts": 2, "acceptors": [
              {"state": "success", "matcher": "pathAll", "argument": "Users[?Active && Name != 'a'].Name", "expected": "b"},
              {"state": "retry", "matcher": "error", "expected": "NotFound"}
            ]}}}
            """
        ),
        ("service-2.sdk-extras.json", """{"merge": {"shapes": {"User": {"members": {"Age": {"shape": "Count"}}}}}}"""),
    ];
}
