using System.Reflection;
using SsoOidcGen.Runtime;
using SsoOidcGen.Testing;

namespace SsoOidcGen.Conformance.Streaming;

/// <summary>Alone, because what other tests allocate would be counted too.</summary>
[CollectionDefinition(nameof(LargeBlobTests), DisableParallelization = true)]
[Collection(nameof(LargeBlobTests))]
public sealed class LargeBlobTests : IDisposable
{
    private const long MiB = 1024 * 1024;
    private const long Size = 1024 * MiB;
    private const long Budget = 50 * MiB;

    private const string Model = """
        {
          "version": "2.0",
          "metadata": {
            "apiVersion": "2026-01-01", "endpointPrefix": "blobs", "protocol": "rest-json",
            "serviceFullName": "Blobs", "serviceId": "Blobs", "signatureVersion": "v4", "uid": "blobs-2026-01-01"
          },
          "operations": {
            "PutBlob": {
              "name": "PutBlob", "http": { "method": "PUT", "requestUri": "/blob" }, "input": { "shape": "Blob" }
            },
            "GetBlob": {
              "name": "GetBlob", "http": { "method": "GET", "requestUri": "/blob" }, "output": { "shape": "StoredBlob" }
            }
          },
          "shapes": {
            "Blob": { "type": "structure", "members": { "Body": { "shape": "Bytes" } }, "payload": "Body" },
            "StoredBlob": { "type": "structure", "members": { "Body": { "shape": "Bytes" } }, "payload": "Body" },
            "Bytes": { "type": "blob", "streaming": true, "requiresLength": true }
          }
        }
        """;

    private static readonly Assembly Client = Generation
        .Run(ModelText.Model("blobs/service-2.json", Model, "Blobs|||"))
        .Load();

    private readonly dynamic _client;
    private readonly BlobServer _server = new() { BytesToSend = Size };

    public LargeBlobTests()
    {
        ServiceClientOptions options = new()
        {
            Endpoint = _server.Address,
            Region = "eu-central-1",
            Credentials = new AwsCredentials("id", "secret"),
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };
        _client = Activator.CreateInstance(Client.GetType("Blobs.BlobsClient")!, options)!;
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task Uploading_a_gibibyte_signed_takes_less_than_50_MiB_of_managed_memory()
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);

        await UploadAsync(new ZeroStream(Size));

        Assert.Equal(Size, _server.ReceivedBytes);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Budget);
    }

    [Fact]
    public async Task Downloading_a_gibibyte_takes_less_than_50_MiB_of_managed_memory()
    {
        dynamic request = Activator.CreateInstance(Client.GetType("Blobs.GetBlobRequest")!)!;
        long before = GC.GetTotalAllocatedBytes(precise: true);

        CountingStream received = new();
        using (dynamic response = await _client.GetBlobAsync(request))
        {
            await ((Stream)response.Body).CopyToAsync(received, TestContext.Current.CancellationToken);
        }

        Assert.Equal(Size, received.Length);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Budget);
    }

    private async Task UploadAsync(Stream body)
    {
        Type type = Client.GetType("Blobs.PutBlobRequest")!;
        object request = Activator.CreateInstance(type)!;
        type.GetProperty("Body")!.SetValue(request, body);
        await _client.PutBlobAsync((dynamic)request);
    }
}
