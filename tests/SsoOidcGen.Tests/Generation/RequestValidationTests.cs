using SsoOidcGen.Testing;
using SsoOidcGen.Tests.Reading;

namespace SsoOidcGen.Tests.Generating;

/// <summary>What a model says about requests is checked before they are sent, wherever it says it.</summary>
public sealed class RequestValidationTests
{
    private const string Operations = """
        {
          "Put": {
            "http": { "method": "POST", "requestUri": "/{path}" },
            "endpoint": { "hostPrefix": "{kind}.{account}." },
            "input": { "shape": "PutRequest" }
          }
        }
        """;

    private const string Shapes = """
        {
          "PutRequest": {
            "type": "structure",
            "required": ["name"],
            "members": {
              "account": { "shape": "Text", "hostLabel": true },
              "kind": { "shape": "Kind", "hostLabel": true },
              "path": { "shape": "Kind", "location": "uri", "locationName": "path" },
              "name": { "shape": "Text" },
              "password": { "shape": "Password" },
              "passwords": { "shape": "PasswordList" },
              "byName": { "shape": "PasswordMap" },
              "bySecret": { "shape": "SecretMap" },
              "counts": { "shape": "SparseCounts" },
              "parts": { "shape": "SparseParts" },
              "partsByName": { "shape": "SparsePartMap" },
              "choice": { "shape": "Choice" },
              "blob": { "shape": "Bytes" }
            }
          },
          "Bytes": { "type": "blob", "min": 3 },
          "Choice": { "type": "structure", "union": true, "members": { "part": { "shape": "Part" } } },
          "Count": { "type": "integer", "min": 10 },
          "Kind": { "type": "string", "enum": ["a", "b"] },
          "Part": { "type": "structure", "required": ["id"], "members": { "id": { "shape": "Text" } } },
          "Password": { "type": "string", "min": 9, "sensitive": true },
          "PasswordList": { "type": "list", "member": { "shape": "Password" }, "min": 4 },
          "PasswordMap": { "type": "map", "key": { "shape": "Text" }, "value": { "shape": "Password" } },
          "SecretMap": { "type": "map", "key": { "shape": "Password" }, "value": { "shape": "Part" } },
          "SparseCounts": { "type": "list", "member": { "shape": "Count" }, "sparse": true },
          "SparsePartMap": { "type": "map", "key": { "shape": "Text" }, "value": { "shape": "Part" }, "sparse": true },
          "SparseParts": { "type": "list", "member": { "shape": "Part" }, "sparse": true },
          "Text": { "type": "string" }
        }
        """;

    private const string Call = """
        #nullable enable
        using System.Collections.Generic;
        using Sample;
        using SsoOidcGen.Runtime;

        public static class Probe
        {
            private static readonly PutRequest Faulty = new()
            {
                Account = "a_b",
                Kind = new Kind(""),
                Path = new Kind(""),
                Name = null!,
                Password = "hunter2",
                Passwords = ["hunter2", "long enough"],
                ByName = new Dictionary<string, string> { ["root"] = "hunter2" },
                BySecret = new Dictionary<string, Part> { ["hunter2"] = new Part { Id = null! } },
                Counts = [null, 10, 9],
                Parts = [null, new Part { Id = null! }],
                PartsByName = new Dictionary<string, Part?> { ["none"] = null, ["one"] = new Part { Id = null! } },
                Choice = new Choice.Unknown("later"),
                Blob = new byte[] { 1 },
            };

            public static string Printed => Faulty.ToString();

            public static IReadOnlyList<string> Faults()
            {
                try
                {
                    using UsersClient client = new(new ServiceClientOptions { Region = "eu-central-1" });
                    client.PutAsync(Faulty).GetAwaiter().GetResult();
                    return [];
                }
                catch (RequestValidationException e)
                {
                    return e.Errors;
                }
            }
        }
        """;

    [Fact]
    public void All_faults_are_named_at_once_with_their_paths_and_without_a_secret()
    {
        Generation generation = Generation.Run(
            ModelText.Model(
                "model/service-2.json",
                $$"""{ "version": "2.0", "metadata": {{ModelReading.Metadata}}, "operations": {{Operations}}, "shapes": {{Shapes}} }""",
                "Sample|||"
            )
        );
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);

        Type probe = generation.LoadWith(Call).GetType("Probe")!;
        IReadOnlyList<string> faults = (IReadOnlyList<string>)probe.GetMethod("Faults")!.Invoke(null, null)!;

        Assert.Equal(
            [
                "Account becomes part of the host name: only letters, digits, '-' and '.' are allowed, and at least one",
                "Kind becomes part of the host name: only letters, digits, '-' and '.' are allowed, and at least one",
                "Path becomes part of the path and must not be empty",
                "Name is required",
                "Password has 7 characters, at least 9 are needed",
                "Passwords has 2 items, at least 4 are needed",
                "Passwords[0] has 7 characters, at least 9 are needed",
                "ByName[\"root\"] has 7 characters, at least 9 are needed",
                "BySecret[\"***\"].Id is required",
                "Counts[2] is less than 10",
                "Parts[1].Id is required",
                "PartsByName[\"one\"].Id is required",
                "Choice Choice.Unknown cannot be sent, choose a known case",
                "Blob has 1 bytes, at least 3 are needed",
            ],
            faults
        );
        Assert.DoesNotContain("hunter2", (string)probe.GetProperty("Printed")!.GetValue(null)!);
    }
}
