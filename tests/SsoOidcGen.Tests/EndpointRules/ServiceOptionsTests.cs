using System.Reflection;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Testing;
using SsoOidcGen.Tests.Reading;

namespace SsoOidcGen.Tests.EndpointRules;

/// <summary>What endpoint rules bring about beside the endpoint: settings of a client, schemes of operations, shorter paths.</summary>
public sealed class ServiceOptionsTests
{
    private static readonly Lazy<Generation> Generated = new(Generate);

    [Fact]
    public void Settings_of_the_model_are_properties_of_the_client_s_own_options()
    {
        string options = Generated
            .Value.Files.Single(static file => file.Key.EndsWith("/DepotClientOptions.g.cs", StringComparison.Ordinal))
            .Value;

        Assert.Contains("public sealed partial record DepotClientOptions : ServiceClientOptions", options);
        Assert.Contains("/// <summary>Addresses buckets in the path.</summary>", options);
        Assert.Contains("public bool? ForcePathStyle { get; set; }", options);
        Assert.Contains("public string? RegionSetting { get; set; }", options);
        Assert.Contains(
            "public DepotClient(DepotClientOptions? options = null)",
            Generated
                .Value.Files.Single(static file => file.Key.EndsWith("/DepotClient.g.cs", StringComparison.Ordinal))
                .Value
        );
    }

    [Fact]
    public void Their_values_reach_the_rules()
    {
        Type type = Generated.Value.Load().GetType("Sample.DepotClientOptions", throwOnError: true)!;
        object options = Activator.CreateInstance(type)!;
        type.GetProperty("ForcePathStyle")!.SetValue(options, true);
        type.GetProperty("RegionSetting")!.SetValue(options, "mars");
        MethodInfo bind = type.GetMethod("Bind", BindingFlags.Instance | BindingFlags.NonPublic)!;
        ConstructorInfo reader = typeof(SettingReader)
            .GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic)
            .Single();
        AwsEnvironment environment = new(Path.GetTempPath());
        object settings = reader.Invoke([environment, SharedConfig.Load(environment).SelectProfile(null)]);

        EndpointContext context = (EndpointContext)bind.Invoke(options, [new EndpointContext(), settings])!;

        Assert.True(context.GetFlag("ForcePathStyle"));
        Assert.Equal("mars", context.GetText("Region"));
        Assert.Null(context.GetFlag("Accelerate"));
    }

    [Fact]
    public void An_operation_points_to_the_schemes_of_those_endpoints_alone_that_it_can_lead_to()
    {
        Assert.Contains("Auth = AuthScheme.ByEndpoint(AuthScheme.SigV4, AuthScheme.SigV4a),", Operation("GetThing"));
        Assert.Contains("Auth = AuthScheme.SigV4,", Operation("ListBuckets"));
    }

    [Fact]
    public void The_bucket_that_the_rules_put_into_the_endpoint_is_not_in_the_path_again()
    {
        Assert.Contains("http.GreedyLabel(request.Key);", Operation("GetThing"));
        Assert.DoesNotContain("request.Bucket);", Operation("GetThing").Split("WriteRequest")[1]);
        Assert.Contains("http.Target(\"?acl\");", Operation("GetAcl"));
    }

    [Fact]
    public void Checksums_are_parts_that_an_operation_points_to()
    {
        string get = Operation("GetThing");
        string put = Operation("PutThing");

        Assert.Contains("ResponseChecksum = new ResponseChecksum { ModeHeader = \"x-mode\" },", get);
        Assert.DoesNotContain("RequestChecksum =", get);
        Assert.Contains(
            "RequestChecksum = new RequestChecksum { IsRequired = true, AlgorithmHeader = \"x-algorithm\" },",
            put
        );
        Assert.Contains("ExpectsContinue = true,", put);
        Assert.Contains("http.ChecksumWith(request.Algorithm?.Value);", put);
    }

    private static string Operation(string name) =>
        Generated
            .Value.Files.Single(file => file.Key.EndsWith($"Operations/{name}.g.cs", StringComparison.Ordinal))
            .Value;

    private static Generation Generate()
    {
        string model = ModelReading.Model(
            shapes: """
            {
              "Algorithm": {"type": "string", "enum": ["CRC32", "SHA256"]},
              "Content": {"type": "blob", "streaming": true},
              "GetThingRequest": {
                "type": "structure",
                "required": ["Bucket", "Key"],
                "members": {
                  "Bucket": {"shape": "Text", "location": "uri", "locationName": "Bucket", "contextParam": {"name": "Bucket"}},
                  "Key": {"shape": "Text", "location": "uri", "locationName": "Key"},
                  "Mode": {"shape": "Text", "location": "header", "locationName": "x-mode"}
                }
              },
              "PutThingRequest": {
                "type": "structure",
                "required": ["Bucket"],
                "members": {
                  "Bucket": {"shape": "Text", "location": "uri", "locationName": "Bucket", "contextParam": {"name": "Bucket"}},
                  "Algorithm": {"shape": "Algorithm", "location": "header", "locationName": "x-algorithm"},
                  "Body": {"shape": "Content"}
                },
                "payload": "Body"
              },
              "GetAclRequest": {
                "type": "structure",
                "required": ["Bucket"],
                "members": {
                  "Bucket": {"shape": "Text", "location": "uri", "locationName": "Bucket", "contextParam": {"name": "Bucket"}}
                }
              },
              "GetThingOutput": {"type": "structure", "members": {"Body": {"shape": "Content"}}, "payload": "Body"}
            }
            """,
            operations: """
            {
              "GetThing": {
                "http": {"method": "GET", "requestUri": "/{Bucket}/{Key+}"},
                "input": {"shape": "GetThingRequest"},
                "output": {"shape": "GetThingOutput"},
                "httpChecksum": {"requestValidationModeMember": "Mode", "responseAlgorithms": ["CRC32"]}
              },
              "PutThing": {
                "http": {"method": "PUT", "requestUri": "/{Bucket}"},
                "input": {"shape": "PutThingRequest"},
                "httpChecksum": {"requestAlgorithmMember": "Algorithm", "requestChecksumRequired": true}
              },
              "GetAcl": {"http": {"method": "GET", "requestUri": "/{Bucket}?acl"}, "input": {"shape": "GetAclRequest"}},
              "ListBuckets": {"http": {"method": "GET", "requestUri": "/"}}
            }
            """,
            metadata: """{"protocol":"rest-json","serviceId":"Depot","endpointPrefix":"depot","signatureVersion":"s3"}"""
        );
        model =
            """
                {
                  "clientContextParams": {
                    "Accelerate": {"type": "boolean"},
                    "ForcePathStyle": {"type": "boolean", "documentation": "Addresses buckets in the path."},
                    "Region": {"type": "string"}
                  },
                """ + model.TrimStart()[1..];
        Generation generation = Generation.Run(
            ModelText.Model("model/service-2.json", model, "Sample|DepotClient||"),
            ModelText.Sibling(
                "model/endpoint-rule-set-1.json",
                RuleSetReading.RuleSet(
                    """
                    {
                      "type": "tree",
                      "conditions": [{"fn": "isSet", "argv": [{"ref": "Bucket"}]}],
                      "rules": [
                        {
                          "type": "endpoint",
                          "conditions": [{"fn": "booleanEquals", "argv": [{"ref": "ForcePathStyle"}, true]}],
                          "endpoint": {"url": "https://depot/{Bucket}", "properties": {"authSchemes": [{"name": "sigv4a"}]}}
                        },
                        {"type": "endpoint", "conditions": [], "endpoint": {"url": "https://{Bucket}.depot"}}
                      ]
                    },
                    {"type": "endpoint", "conditions": [], "endpoint": {"url": "https://depot"}}
                    """,
                    """
                    {
                      "Accelerate": {"type": "boolean", "required": true, "default": false},
                      "ForcePathStyle": {"type": "boolean", "required": true, "default": false},
                      "Region": {"type": "string"},
                      "Bucket": {"type": "string"}
                    }
                    """
                )
            )
        );
        Assert.Empty(generation.CompilerDiagnostics);
        return generation;
    }
}
