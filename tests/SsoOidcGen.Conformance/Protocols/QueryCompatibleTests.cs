using System.Net;
using System.Reflection;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Protocols;

/// <summary>A service that spoke awsQuery before keeps its error codes, whose suite has a single case.</summary>
public sealed class QueryCompatibleTests
{
    private const string Model = """
        {
          "version": "2.0",
          "metadata": {
            "apiVersion": "2026-01-01", "endpointPrefix": "queues", "protocol": "json", "jsonVersion": "1.0",
            "serviceId": "Queues", "signatureVersion": "v4", "targetPrefix": "Queues", "awsQueryCompatible": {}
          },
          "operations": {
            "Count": {
              "http": { "method": "POST", "requestUri": "/" },
              "errors": [{ "shape": "QueueDoesNotExist" }, { "shape": "OverLimit" }]
            }
          },
          "shapes": {
            "QueueDoesNotExist": { "type": "structure", "members": {}, "exception": true },
            "OverLimit": { "type": "structure", "members": {}, "exception": true, "error": { "code": "Limit.Over" } }
          }
        }
        """;

    private static readonly Lazy<Assembly> Generated = new(() =>
    {
        Generation generation = Generation.Run(
            ModelText.Model("queues/service-2.json", Model, "Queues|QueuesClient||")
        );
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerDiagnostics);
        return generation.Load();
    });

    [Theory]
    [InlineData(
        "ns#QueueDoesNotExist",
        "AWS.Queues.NonExistentQueue;Sender",
        "QueueDoesNotExistException",
        "AWS.Queues.NonExistentQueue"
    )]
    [InlineData("ns#QueueDoesNotExist", "Limit.Over;Sender", "QueueDoesNotExistException", "Limit.Over")]
    [InlineData("ns#Unheard", "Limit.Over;Sender", "OverLimitException", "Limit.Over")]
    [InlineData("ns#QueueDoesNotExist", "NonExistentQueue", "QueueDoesNotExistException", "QueueDoesNotExist")]
    [InlineData("ns#QueueDoesNotExist", ";Sender", "QueueDoesNotExistException", "QueueDoesNotExist")]
    [InlineData("ns#QueueDoesNotExist", "A;B;C", "QueueDoesNotExistException", "QueueDoesNotExist")]
    [InlineData("ns#QueueDoesNotExist", null, "QueueDoesNotExistException", "QueueDoesNotExist")]
    public async Task The_code_of_the_header_is_reported_and_the_shape_chooses_the_exception(
        string type,
        string? header,
        string exception,
        string code
    )
    {
        CapturingHandler handler = new(() =>
        {
            HttpResponseMessage response = new(HttpStatusCode.BadRequest)
            {
                Content = new StringContent($$"""{"__type":"{{type}}","message":"m"}"""),
            };
            if (header is not null)
            {
                response.Headers.TryAddWithoutValidation("x-amzn-query-error", header);
            }

            return response;
        });

        ServiceException error = await Assert.ThrowsAnyAsync<ServiceException>(() => CountAsync(handler));

        Assert.Equal((exception, code, "m"), (error.GetType().Name, error.ErrorCode, error.Message));
        Assert.Equal("true", handler.Headers["x-amzn-query-mode"]);
    }

    private static async Task CountAsync(HttpMessageHandler handler)
    {
        ServiceClientOptions options = new()
        {
            Endpoint = new Uri("https://example.com"),
            Region = "eu-central-1",
            Credentials = new AwsCredentials("AKIDEXAMPLE", "example"),
            MaxAttempts = 1,
        };
        using HttpClient http = new(handler);
        Type type = Generated.Value.GetType("Queues.QueuesClient", throwOnError: true)!;
        MethodInfo count = type.GetMethod("CountAsync")!;
        object request = Activator.CreateInstance(count.GetParameters()[0].ParameterType)!;
        await (Task)count.Invoke(Activator.CreateInstance(type, http, options), [request, CancellationToken.None])!;
    }
}
