using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace SsoOidcGen.Benchmarks.Objects;

internal sealed class AwsSdkObjectClient(string endpoint) : IObjectClient
{
    private readonly AmazonS3Client _client = new(
        new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        new AmazonS3Config
        {
            ServiceURL = endpoint,
            AuthenticationRegion = "us-east-1",
            ForcePathStyle = true,
        }
    );

    public string Name => "AWSSDK.S3";

    public async Task GetAsync(long size)
    {
        using GetObjectResponse response = await _client.GetObjectAsync("bucket", $"{size}");
        await response.ResponseStream.CopyToAsync(Stream.Null);
    }

    public Task PutAsync(long size) =>
        _client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = "bucket",
                Key = $"{size}",
                InputStream = new ZeroStream(size),
            }
        );

    public void Dispose() => _client.Dispose();
}
