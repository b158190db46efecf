using SsoOidcGen.Benchmarks.S3;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Benchmarks.Objects;

internal sealed class OurObjectClient(string endpoint) : IObjectClient
{
    private readonly S3Client _client = new(
        new S3ClientOptions
        {
            Region = "us-east-1",
            Endpoint = new Uri(endpoint),
            Environment = new AwsEnvironment(Path.GetTempPath()),
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            ForcePathStyle = true,
        }
    );

    public string Name => "SsoOidcGen";

    public async Task GetAsync(long size)
    {
        using GetObjectResponse response = await _client.GetObjectAsync(
            new GetObjectRequest { Bucket = "bucket", Key = $"{size}" }
        );
        await response.Body!.CopyToAsync(Stream.Null);
    }

    public Task PutAsync(long size) =>
        _client.PutObjectAsync(
            new PutObjectRequest
            {
                Bucket = "bucket",
                Key = $"{size}",
                Body = new ZeroStream(size),
            }
        );

    public void Dispose() => _client.Dispose();
}
