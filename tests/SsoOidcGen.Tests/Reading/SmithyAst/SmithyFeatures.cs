namespace SsoOidcGen.Tests.Reading.SmithyAst;

/// <summary>A sound model with all that the reader knows: what mutations make of it must not be its end.</summary>
internal static class SmithyFeatures
{
    public static string Model { get; } =
        SmithyReading.Model(
            """
            "users#Users": {
              "type": "service",
              "version": "2026-01-31",
              "operations": [{"target": "users#GetUser"}, {"target": "users#ListUsers"}],
              "resources": [{"target": "users#Team"}],
              "errors": [{"target": "users#Busy"}],
              "rename": {"other#User": "OtherUser"},
              "traits": {
                "aws.api#service": {"sdkId": "Users", "endpointPrefix": "users"},
                "aws.auth#sigv4": {"name": "users"},
                "smithy.api#httpBearerAuth": {},
                "aws.protocols#restJson1": {"eventStreamHttp": ["h2"]},
                "smithy.api#paginated": {"inputToken": "Token", "outputToken": "NextToken"},
                "smithy.api#documentation": "# Users\n\n- *who*\n- `what`",
                "smithy.api#title": "Users",
                "smithy.rules#endpointBdd": {
                  "version": "1.1",
                  "parameters": {
                    "Region": {"type": "string", "builtIn": "AWS::Region"},
                    "Endpoint": {"type": "string", "builtIn": "SDK::Endpoint"}
                  },
                  "conditions": [
                    {"fn": "isSet", "argv": [{"ref": "Endpoint"}]},
                    {"fn": "isSet", "argv": [{"ref": "Region"}]}
                  ],
                  "results": [
                    {"type": "endpoint", "endpoint": {"url": {"ref": "Endpoint"}}},
                    {"type": "endpoint", "endpoint": {"url": "https://users.{Region}.example"}}
                  ],
                  "root": 2,
                  "nodeCount": 3,
                  "nodes": "/////wAAAAH/////AAAAAAX14QEAAAADAAAAAQX14QL/////"
                }
              }
            },
            "users#Team": {"type": "resource", "create": {"target": "users#CreateTeam"}, "resources": [{"target": "users#Seat"}]},
            "users#Seat": {"type": "resource", "collectionOperations": [{"target": "users#Watch"}]},
            "users#CreateTeam": {
              "type": "operation",
              "input": {"target": "users#CreateTeamInput"},
              "traits": {
                "smithy.api#http": {"method": "PUT", "uri": "/teams/{Name+}?new"},
                "smithy.api#auth": [],
                "smithy.api#optionalAuth": {},
                "smithy.api#examples": [{"title": "New", "input": {"Name": "a", "Sizes": [1, 2.5, true, null, {}, []]}}],
                "smithy.api#endpoint": {"hostPrefix": "{Zone}."}
              }
            },
            "users#CreateTeamInput": {
              "type": "structure",
              "mixins": [{"target": "users#Named"}],
              "members": {
                "Zone": {"target": "smithy.api#String", "traits": {"smithy.api#hostLabel": {}, "smithy.api#required": {}}},
                "Tags": {"target": "users#Tags", "traits": {"smithy.api#httpPrefixHeaders": "x-tag-"}},
                "Size": {"target": "users#Size", "traits": {"smithy.api#range": {"min": 1}}},
                "Level": {"target": "users#Level", "traits": {"smithy.api#default": 1}},
                "Born": {"target": "smithy.api#Timestamp", "traits": {"smithy.api#timestampFormat": "http-date"}},
                "Other": {"target": "other#User"},
                "Choice": {"target": "users#Choice"},
                "Token": {"target": "smithy.api#String", "traits": {"smithy.api#idempotencyToken": {}}}
              }
            },
            "users#CreateTeamInput$Zone": {"type": "apply", "traits": {"smithy.api#documentation": "Where."}},
            "users#Named": {
              "type": "structure",
              "members": {"Name": {"target": "smithy.api#String", "traits": {"smithy.api#httpLabel": {}, "smithy.api#required": {}}}},
              "traits": {"smithy.api#mixin": {}}
            },
            "users#Tags": {"type": "map", "key": {"target": "smithy.api#String"}, "value": {"target": "smithy.api#String"}},
            "users#Size": {"type": "integer", "traits": {"smithy.api#range": {"min": 0, "max": 9}}},
            "users#Level": {"type": "intEnum", "members": {"LOW": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1}}}},
            "users#Mood": {"type": "enum", "members": {"GOOD": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "good"}}}},
            "users#Choice": {"type": "union", "members": {"Nothing": {"target": "smithy.api#Unit"}, "Mood": {"target": "users#Mood"}}},
            "other#User": {"type": "structure", "members": {"Kind": {"target": "users#Old"}}},
            "users#Old": {"type": "string", "traits": {"smithy.api#enum": [{"value": "a", "name": "A"}]}},
            "users#Busy": {
              "type": "structure",
              "members": {"message": {"target": "smithy.api#String"}},
              "traits": {"smithy.api#error": "server", "smithy.api#httpError": 503, "smithy.api#retryable": {"throttling": true}}
            },
            "users#Watch": {
              "type": "operation",
              "output": {"target": "users#WatchOutput"},
              "traits": {"smithy.api#http": {"method": "GET", "uri": "/watch"}}
            },
            "users#WatchOutput": {
              "type": "structure",
              "members": {"Events": {"target": "users#Events", "traits": {"smithy.api#httpPayload": {}}}}
            },
            "users#Events": {
              "type": "union",
              "members": {"Came": {"target": "users#Came"}, "Broke": {"target": "users#Busy"}},
              "traits": {"smithy.api#streaming": {}}
            },
            "users#Came": {
              "type": "structure",
              "members": {
                "Who": {"target": "smithy.api#Byte", "traits": {"smithy.api#eventHeader": {}}},
                "What": {"target": "smithy.api#Blob", "traits": {"smithy.api#eventPayload": {}}}
              }
            },
            "users#ListUsers": {
              "type": "operation",
              "input": {"target": "users#ListUsersRequest"},
              "output": {"target": "users#ListUsersResponse"},
              "traits": {
                "smithy.api#http": {"method": "GET", "uri": "/users"},
                "smithy.api#paginated": {"items": "Users", "pageSize": "Limit"},
                "smithy.waiters#waitable": {"Listed": {"maxDelay": 60, "acceptors": [
                  {"state": "success", "matcher": {"output": {"path": "Users[].Name", "comparator": "anyStringEquals", "expected": "a"}}},
                  {"state": "retry", "matcher": {"errorType": "users#Busy"}},
                  {"state": "failure", "matcher": {"success": false}}
                ]}}
              }
            }
            """
        );
}
