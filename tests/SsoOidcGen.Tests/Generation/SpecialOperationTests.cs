using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests.Generating;

/// <summary>What operations of some services need and no model says (<c>docs/special-operations.md</c>).</summary>
public sealed class SpecialOperationTests
{
    private const string Recorder = """
        #nullable enable
        using System;
        using System.IO;
        using System.Net.Http;
        using System.Text;
        using System.Threading;
        using System.Threading.Tasks;
        using Sample;
        using SsoOidcGen.Runtime;

        internal sealed class Recorder : HttpMessageHandler
        {
            public HttpRequestMessage Sent { get; private set; } = new();

            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                Sent = request;
                return Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}") });
            }

            public static ServiceClientOptions Options => new()
            {
                Region = "eu-central-1",
                Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
                Environment = new AwsEnvironment(Path.GetTempPath()),
                UseFipsEndpoint = true,
            };
        }

        """;

    [Theory]
    [InlineData(null, "/-/vaults/photos")]
    [InlineData("", "/-/vaults/photos")]
    [InlineData("123456789012", "/123456789012/vaults/photos")]
    public void Glacier_takes_the_account_of_the_credentials_where_none_is_named(string? account, string path)
    {
        const string Call = """
            public static class Probe
            {
                public static string Call(string? account)
                {
                    Recorder recorder = new();
                    using GlacierClient client = new(new HttpClient(recorder), Recorder.Options);
                    client.UploadAsync(new UploadRequest { AccountId = account, VaultName = "photos" }).GetAwaiter().GetResult();
                    return recorder.Sent.RequestUri!.AbsolutePath;
                }
            }
            """;

        Assert.Equal(path, Run(Glacier(), Recorder + Call, account));
    }

    [Fact]
    public void Glacier_gets_the_hashes_of_an_upload_and_both_are_signed()
    {
        const string Call = """
            public static class Probe
            {
                public static string Call(string body)
                {
                    Recorder recorder = new();
                    using GlacierClient client = new(new HttpClient(recorder), Recorder.Options);
                    using MemoryStream stream = new(Encoding.UTF8.GetBytes(body));
                    client.UploadAsync(new UploadRequest { VaultName = "photos", Body = stream }).GetAwaiter().GetResult();
                    var headers = recorder.Sent.Headers;
                    return string.Join(
                        '\n',
                        string.Join("", headers.GetValues("X-Amz-Content-Sha256")),
                        string.Join("", headers.GetValues("x-amz-sha256-tree-hash")),
                        string.Join("", headers.GetValues("X-Amz-Glacier-Version")),
                        string.Join("", headers.GetValues("Authorization")).Contains("x-amz-content-sha256;x-amz-date;x-amz-glacier-version;x-amz-sha256-tree-hash").ToString()
                    );
                }
            }
            """;
        const string HashOfA = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

        Assert.Equal($"{HashOfA}\n{HashOfA}\n2012-06-01\nTrue", Run(Glacier(), Recorder + Call, "a"));
    }

    [Fact]
    public void Machine_Learning_predicts_at_the_endpoint_that_the_input_names()
    {
        const string Call = """
            public static class Probe
            {
                public static string Call(string endpoint)
                {
                    Recorder recorder = new();
                    using MachineLearningClient client = new(new HttpClient(recorder), Recorder.Options);
                    client.PredictAsync(new PredictRequest { PredictEndpoint = endpoint }).GetAwaiter().GetResult();
                    return recorder.Sent.RequestUri!.Host;
                }
            }
            """;
        const string Rules = """
            {
              "version": "1.0",
              "parameters": {
                "Endpoint": {"type": "string", "builtIn": "SDK::Endpoint"},
                "UseFIPS": {"type": "boolean", "required": true, "default": false, "builtIn": "AWS::UseFIPS"}
              },
              "rules": [
                {
                  "type": "error",
                  "conditions": [{"fn": "booleanEquals", "argv": [{"ref": "UseFIPS"}, true]}],
                  "error": "no FIPS"
                },
                {
                  "type": "endpoint",
                  "conditions": [{"fn": "isSet", "argv": [{"ref": "Endpoint"}]}],
                  "endpoint": {"url": {"ref": "Endpoint"}}
                }
              ]
            }
            """;
        Generation generation = Generation.Run(
            ModelText.Model(
                "model/service-2.json",
                Model(
                    "Machine Learning",
                    """{"Predict": {"http": {"method": "POST", "requestUri": "/"}, "input": {"shape": "PredictInput"}}}""",
                    """
                    {
                      "PredictInput": {
                        "type": "structure",
                        "required": ["PredictEndpoint"],
                        "members": {"PredictEndpoint": {"shape": "Text"}}
                      },
                      "Text": {"type": "string"}
                    }
                    """
                ),
                "Sample|||"
            ),
            ModelText.Sibling("model/endpoint-rule-set-1.json", Rules)
        );

        Assert.Equal("models.example", Run(generation, Recorder + Call, "https://models.example"));
    }

    private static Generation Glacier() =>
        Generation.Run(
            ModelText.Model(
                "model/service-2.json",
                Model(
                    "Glacier",
                    """
                    {
                      "Upload": {
                        "http": {"method": "POST", "requestUri": "/{accountId}/vaults/{vaultName}"},
                        "input": {"shape": "UploadInput"}
                      }
                    }
                    """,
                    """
                    {
                      "UploadInput": {
                        "type": "structure",
                        "required": ["accountId", "vaultName"],
                        "payload": "body",
                        "members": {
                          "accountId": {"shape": "Text", "location": "uri", "locationName": "accountId"},
                          "vaultName": {"shape": "Text", "location": "uri", "locationName": "vaultName"},
                          "checksum": {"shape": "Text", "location": "header", "locationName": "x-amz-sha256-tree-hash"},
                          "body": {"shape": "Bytes"}
                        }
                      },
                      "Text": {"type": "string"},
                      "Bytes": {"type": "blob", "streaming": true}
                    }
                    """
                ),
                "Sample|||"
            )
        );

    private static string Model(string serviceId, string operations, string shapes) =>
        $$"""
            {
              "version": "2.0",
              "metadata": {
                "protocol": "rest-json", "serviceId": "{{serviceId}}", "endpointPrefix": "sample",
                "apiVersion": "2012-06-01", "signatureVersion": "v4"
              },
              "operations": {{operations}},
              "shapes": {{shapes}}
            }
            """;

    private static object? Run(Generation generation, string code, string? argument)
    {
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
        return generation.LoadWith(code).GetType("Probe")!.GetMethod("Call")!.Invoke(null, [argument]);
    }
}
