using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;
using SsoOidcGen.Tests.Reading;

namespace SsoOidcGen.Tests.Generating;

/// <summary>Whatever a model calls sensitive in a request is hidden in errors about it, wherever it stands.</summary>
public sealed class SensitiveValuesTests
{
    private const string Operations = """
        {
          "Put": { "http": { "method": "POST", "requestUri": "/" }, "input": { "shape": "PutRequest" } },
          "Get": { "http": { "method": "POST", "requestUri": "/get" }, "input": { "shape": "GetRequest" } },
          "Issue": { "http": { "method": "POST", "requestUri": "/issue" }, "output": { "shape": "Account" } }
        }
        """;

    private const string Shapes = """
        {
          "PutRequest": {
            "type": "structure",
            "members": {
              "open": { "shape": "Text" },
              "text": { "shape": "Password" },
              "header": { "shape": "Password", "location": "header", "locationName": "X-Secret" },
              "choice": { "shape": "SecretEnum" },
              "number": { "shape": "SecretNumber" },
              "time": { "shape": "SecretTime" },
              "blob": { "shape": "SecretBlob" },
              "list": { "shape": "PasswordList" },
              "sparse": { "shape": "SparsePasswords" },
              "map": { "shape": "PasswordMap" },
              "listsOfLists": { "shape": "PasswordLists" },
              "keyed": { "shape": "SecretKeys" },
              "keyedParts": { "shape": "KeyedParts" },
              "nested": { "shape": "Account" },
              "nestedList": { "shape": "AccountList" },
              "nestedMap": { "shape": "AccountMap" },
              "union": { "shape": "Proof" },
              "whole": { "shape": "SecretStructure" },
              "wholeMember": { "shape": "Plain", "sensitive": true }
            }
          },
          "GetRequest": { "type": "structure", "members": { "open": { "shape": "Text" } } },
          "Account": {
            "type": "structure",
            "members": { "name": { "shape": "Text" }, "password": { "shape": "Password" }, "parent": { "shape": "Account" } }
          },
          "AccountList": { "type": "list", "member": { "shape": "Account" }, "sparse": true },
          "AccountMap": { "type": "map", "key": { "shape": "Text" }, "value": { "shape": "Account" } },
          "KeyedParts": { "type": "map", "key": { "shape": "Password" }, "value": { "shape": "Open" } },
          "Open": { "type": "structure", "members": { "text": { "shape": "Text" } } },
          "Password": { "type": "string", "sensitive": true },
          "PasswordList": { "type": "list", "member": { "shape": "Password" } },
          "PasswordLists": { "type": "list", "member": { "shape": "PasswordList" } },
          "PasswordMap": { "type": "map", "key": { "shape": "Text" }, "value": { "shape": "Password" } },
          "Plain": { "type": "structure", "members": { "text": { "shape": "Text" }, "texts": { "shape": "TextList" } } },
          "Proof": { "type": "structure", "union": true, "members": { "code": { "shape": "Password" }, "open": { "shape": "Text" } } },
          "SecretBlob": { "type": "blob", "sensitive": true },
          "SecretEnum": { "type": "string", "enum": ["hidden-choice"], "sensitive": true },
          "SecretKeys": { "type": "map", "key": { "shape": "Password" }, "value": { "shape": "Text" } },
          "SecretNumber": { "type": "long", "sensitive": true },
          "SecretStructure": { "type": "structure", "sensitive": true, "members": { "text": { "shape": "Text" } } },
          "SecretTime": { "type": "timestamp", "sensitive": true },
          "SparsePasswords": { "type": "list", "member": { "shape": "Password" }, "sparse": true },
          "Text": { "type": "string" },
          "TextList": { "type": "list", "member": { "shape": "Text" } }
        }
        """;

    private const string Call = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Net.Http;
        using Sample;
        using SsoOidcGen.Runtime;

        public static class Probe
        {
            private static readonly PutRequest Request = new()
            {
                Open = "visible",
                Text = "hidden-text",
                Header = "hidden-header",
                Choice = new SecretEnum("hidden-choice"),
                Number = 1234567890123,
                Time = new DateTimeOffset(2026, 1, 31, 8, 0, 0, TimeSpan.Zero),
                Blob = "hidden-blob"u8.ToArray(),
                List = ["hidden-item"],
                Sparse = [null, "hidden-sparse"],
                Map = new Dictionary<string, string> { ["visible"] = "hidden-value" },
                ListsOfLists = [["hidden-deep"]],
                Keyed = new Dictionary<string, string> { ["hidden-key"] = "hidden-keyed" },
                KeyedParts = new Dictionary<string, Open> { ["hidden-part"] = new Open { Text = "visible-too" } },
                Nested = new Account { Name = "visible", Password = "hidden-nested", Parent = new Account { Password = "hidden-parent" } },
                NestedList = [null, new Account { Password = "hidden-in-list" }],
                NestedMap = new Dictionary<string, Account> { ["visible"] = new Account { Password = "hidden-in-map" } },
                Union = new Proof.Code("hidden-case"),
                Whole = new SecretStructure { Text = "hidden-whole" },
                WholeMember = new Plain { Text = "hidden-member", Texts = ["hidden-texts"] },
            };

            public static string MessageOf(HttpMessageHandler handler)
            {
                ServiceClientOptions options = new()
                {
                    Region = "eu-central-1",
                    Endpoint = new Uri("https://users.example"),
                    Environment = new AwsEnvironment(System.IO.Path.GetTempPath()),
                    Credentials = new AwsCredentials("id", "secret"),
                };
                using UsersClient client = new(new HttpClient(handler), options);
                try
                {
                    client.PutAsync(Request).GetAwaiter().GetResult();
                    return "";
                }
                catch (ServiceException e)
                {
                    return e.Message;
                }
            }

            public static bool IsPutSensitive => UsersClient.Operations.Put.IsSensitive;

            public static bool IsGetSensitive => UsersClient.Operations.Get.IsSensitive;

            public static bool IsIssueSensitive => UsersClient.Operations.Issue.IsSensitive;
        }
        """;

    [Fact]
    public void Every_sensitive_value_is_hidden_and_no_other()
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
        // Complains about every request by repeating it.
        string received = "";
        using StubHandler handler = new(
            (request, body) =>
            {
                received = string.Join(' ', request.Headers.GetValues("X-Secret")) + body;
                return new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest)
                {
                    Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(new { message = received })),
                };
            }
        );

        string message = (string)probe.GetMethod("MessageOf")!.Invoke(null, [handler])!;

        Assert.Contains("visible", message);
        Assert.Contains("visible-too", message);
        Assert.Contains("hidden-nested", received);
        Assert.DoesNotContain("hidden", message);
        Assert.DoesNotContain("1234567890123", message);
        Assert.DoesNotContain("1769846400", message);
        Assert.DoesNotContain("aGlkZGVuLWJsb2", message);
        Assert.True((bool)probe.GetProperty("IsPutSensitive")!.GetValue(null)!);
        Assert.False((bool)probe.GetProperty("IsGetSensitive")!.GetValue(null)!);
        Assert.True((bool)probe.GetProperty("IsIssueSensitive")!.GetValue(null)!);
    }
}
