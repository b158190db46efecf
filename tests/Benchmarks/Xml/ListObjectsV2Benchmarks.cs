using Amazon.S3;
using BenchmarkDotNet.Attributes;
using SsoOidcGen.Benchmarks.Calls;
using SsoOidcGen.Benchmarks.S3;

namespace SsoOidcGen.Benchmarks.Xml;

/// <summary>ListObjectsV2 of S3 (restXml): a page of 1,000 keys.</summary>
public class ListObjectsV2Benchmarks
{
    private const string Bucket = "photos";
    private static readonly XmlContenders s_contenders = new(XmlResponses.ListObjectsV2);

    private readonly FloorXml _floor = s_contenders.Floor("s3");
    private readonly S3Client _ours = s_contenders.S3();
    private readonly AmazonS3Client _awsSdk = s_contenders.AwsS3();

    [GlobalSetup]
    public async Task CheckAsync() =>
        Same.Check(await Floor(), await FloorWithXmlReader(), await Ours(), await AwsSdk());

    [Benchmark(Baseline = true)]
    public Task<string?> Floor() => CallFloorAsync(FloorObject.ReadAll);

    [Benchmark]
    public Task<string?> FloorWithXmlReader() => CallFloorAsync(FloorObject.ReadAllByPlatform);

    [Benchmark]
    public async Task<string?> Ours()
    {
        ListObjectsV2Response response = await _ours.ListObjectsV2Async(new ListObjectsV2Request { Bucket = Bucket });
        return $"{response.Contents.Count} {response.Contents[999].Key} {response.Contents[999].ETag} {response.Contents[999].Size}";
    }

    [Benchmark]
    public async Task<string?> AwsSdk()
    {
        Amazon.S3.Model.ListObjectsV2Response response = await _awsSdk.ListObjectsV2Async(
            new Amazon.S3.Model.ListObjectsV2Request { BucketName = Bucket }
        );
        return $"{response.S3Objects.Count} {response.S3Objects[999].Key} {response.S3Objects[999].ETag} {response.S3Objects[999].Size}";
    }

    private async Task<string?> CallFloorAsync(Func<PooledBytes, List<FloorObject>> read)
    {
        using PooledBytes received = new();
        await _floor.GetAsync($"/{Bucket}", "list-type=2", received);
        List<FloorObject> objects = read(received);
        return $"{objects.Count} {objects[999].Key} {objects[999].ETag} {objects[999].Size}";
    }
}
