using Amazon.DynamoDBv2;
using BenchmarkDotNet.Attributes;
using SsoOidcGen.Benchmarks.Calls;
using SsoOidcGen.Benchmarks.DynamoDb;

namespace SsoOidcGen.Benchmarks.Signed;

/// <summary>GetItem of DynamoDB: an item of 20 attributes.</summary>
public class GetItemBenchmarks
{
    private const string Table = "readings";
    private static readonly SignedContenders s_contenders = new(Responses.GetItem);

    private readonly FloorDynamoDb _floor = s_contenders.FloorDynamoDb();
    private readonly DynamoDBClient _ours = s_contenders.DynamoDb();
    private readonly AmazonDynamoDBClient _awsSdk = s_contenders.AwsDynamoDb();

    [GlobalSetup]
    public async Task CheckAsync() => Same.Check(await Floor(), await Ours(), await AwsSdk());

    [Benchmark(Baseline = true)]
    public async Task<string?> Floor()
    {
        Dictionary<string, FloorValue>? item = await _floor.GetItemAsync(
            Table,
            new() { ["sensor"] = new FloorValue { S = "a" } }
        );
        return $"{item!.Count} {item["text11"].S} {item["tags"].L![1].S}";
    }

    [Benchmark]
    public async Task<string?> Ours()
    {
        GetItemResponse response = await _ours.GetItemAsync(
            new GetItemRequest
            {
                TableName = Table,
                Key = new Dictionary<string, AttributeValue> { ["sensor"] = new() { S = "a" } },
            }
        );
        return $"{response.Item.Count} {response.Item["text11"].S} {response.Item["tags"].L![1].S}";
    }

    [Benchmark]
    public async Task<string?> AwsSdk()
    {
        Amazon.DynamoDBv2.Model.GetItemResponse response = await _awsSdk.GetItemAsync(
            new Amazon.DynamoDBv2.Model.GetItemRequest
            {
                TableName = Table,
                Key = new() { ["sensor"] = new() { S = "a" } },
            }
        );
        return $"{response.Item.Count} {response.Item["text11"].S} {response.Item["tags"].L[1].S}";
    }
}
