using Amazon.DynamoDBv2;
using BenchmarkDotNet.Attributes;
using SsoOidcGen.Benchmarks.Calls;
using SsoOidcGen.Benchmarks.DynamoDb;

namespace SsoOidcGen.Benchmarks.Signed;

/// <summary>Query of DynamoDB: 100 items of 8 attributes.</summary>
public class QueryBenchmarks
{
    private const string Table = "readings";
    private const string Condition = "sensor = :sensor";
    private static readonly SignedContenders s_contenders = new(Responses.Query);

    private readonly FloorDynamoDb _floor = s_contenders.FloorDynamoDb();
    private readonly DynamoDBClient _ours = s_contenders.DynamoDb();
    private readonly AmazonDynamoDBClient _awsSdk = s_contenders.AwsDynamoDb();

    [GlobalSetup]
    public async Task CheckAsync() => Same.Check(await Floor(), await Ours(), await AwsSdk());

    [Benchmark(Baseline = true)]
    public async Task<string?> Floor()
    {
        List<Dictionary<string, FloorValue>> items = await _floor.QueryAsync(
            Table,
            Condition,
            new() { [":sensor"] = new FloorValue { S = "a" } }
        );
        return $"{items.Count} {items[99]["number1"].N}";
    }

    [Benchmark]
    public async Task<string?> Ours()
    {
        QueryResponse response = await _ours.QueryAsync(
            new QueryRequest
            {
                TableName = Table,
                KeyConditionExpression = Condition,
                ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":sensor"] = new() { S = "a" } },
            }
        );
        return $"{response.Items.Count} {response.Items[99]["number1"].N}";
    }

    [Benchmark]
    public async Task<string?> AwsSdk()
    {
        Amazon.DynamoDBv2.Model.QueryResponse response = await _awsSdk.QueryAsync(
            new Amazon.DynamoDBv2.Model.QueryRequest
            {
                TableName = Table,
                KeyConditionExpression = Condition,
                ExpressionAttributeValues = new() { [":sensor"] = new() { S = "a" } },
            }
        );
        return $"{response.Items.Count} {response.Items[99]["number1"].N}";
    }
}
