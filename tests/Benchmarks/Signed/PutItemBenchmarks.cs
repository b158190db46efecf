using Amazon.DynamoDBv2;
using BenchmarkDotNet.Attributes;
using SsoOidcGen.Benchmarks.Calls;
using SsoOidcGen.Benchmarks.DynamoDb;

namespace SsoOidcGen.Benchmarks.Signed;

/// <summary>PutItem of DynamoDB: an item of 20 attributes, made anew for each call.</summary>
public class PutItemBenchmarks
{
    private const string Table = "readings";
    private static readonly SignedContenders s_contenders = new(Responses.PutItem);
    private static readonly string[] s_names =
    [
        .. Enumerable.Range(0, 20).Select(static number => $"attribute{number}"),
    ];

    private readonly FloorDynamoDb _floor = s_contenders.FloorDynamoDb();
    private readonly DynamoDBClient _ours = s_contenders.DynamoDb();
    private readonly AmazonDynamoDBClient _awsSdk = s_contenders.AwsDynamoDb();

    [GlobalSetup]
    public async Task CheckAsync()
    {
        await Floor();
        await Ours();
        await AwsSdk();
    }

    [Benchmark(Baseline = true)]
    public Task Floor() =>
        _floor.PutItemAsync(
            Table,
            s_names.ToDictionary(static name => name, static name => new FloorValue { S = name })
        );

    [Benchmark]
    public Task Ours() =>
        _ours.PutItemAsync(
            new PutItemRequest
            {
                TableName = Table,
                Item = s_names.ToDictionary(static name => name, static name => new AttributeValue { S = name }),
            }
        );

    [Benchmark]
    public Task AwsSdk() =>
        _awsSdk.PutItemAsync(
            new Amazon.DynamoDBv2.Model.PutItemRequest
            {
                TableName = Table,
                Item = s_names.ToDictionary(
                    static name => name,
                    static name => new Amazon.DynamoDBv2.Model.AttributeValue { S = name }
                ),
            }
        );
}
