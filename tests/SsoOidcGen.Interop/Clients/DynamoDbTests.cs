using System.Net;
using SsoOidcGen.Interop.DynamoDb;
using SsoOidcGen.Interop.Servers;

namespace SsoOidcGen.Interop.Clients;

/// <summary>DynamoDB (awsJson 1.0) as <c>dynalite</c> serves it.</summary>
public sealed class DynamoDbTests
{
    private const string Table = "readings";
    private static readonly WaiterOptions s_often = new() { Delay = TimeSpan.FromMilliseconds(50), MaxAttempts = 200 };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_waiter_goes_on_until_a_table_exists_and_is_active()
    {
        using NodeServer server = await NodeServer.StartAsync("dynalite");
        using DynamoDBClient client = new(server.Options);
        Task<DescribeTableResponse> waiting = client.WaitUntilTableExistsAsync(
            new DescribeTableRequest { TableName = Table },
            s_often,
            Cancellation
        );

        CreateTableResponse created = await CreateTableAsync(client);

        Assert.Equal(TableStatus.Creating, created.TableDescription!.TableStatus);
        TableDescription table = (await waiting).Table!;
        Assert.Equal(TableStatus.Active, table.TableStatus);
        Assert.Equal([KeyType.Hash, KeyType.Range], table.KeySchema.Select(static key => key.KeyType));
        Assert.Equal(DateTimeOffset.UtcNow, table.CreationDateTime!.Value, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_table_that_does_not_exist_is_an_exception()
    {
        using NodeServer server = await NodeServer.StartAsync("dynalite");
        using DynamoDBClient client = new(server.Options);

        ResourceNotFoundException error = await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            client.DescribeTableAsync(new DescribeTableRequest { TableName = Table }, Cancellation)
        );

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Contains(Table, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.RequestId);
        Assert.False(error.IsRetryable);
    }

    [Fact]
    public async Task Attributes_of_every_type_come_back_as_they_were_put()
    {
        using NodeServer server = await NodeServer.StartAsync("dynalite");
        using DynamoDBClient client = new(server.Options);
        await CreateActiveTableAsync(client);
        Dictionary<string, AttributeValue> item = Key("a", 1);
        item["text"] = new AttributeValue { S = "Grüße \"<&>\" 🦊\n" };
        item["bytes"] = new AttributeValue { B = (byte[])[0, 127, 128, 255] };
        item["texts"] = new AttributeValue { SS = ["a", "b"] };
        item["numbers"] = new AttributeValue { NS = ["1", "2"] };
        item["blobs"] = new AttributeValue { BS = [(byte[])[1], (byte[])[2]] };
        item["list"] = new AttributeValue { L = [new AttributeValue { BOOL = false }, new AttributeValue { L = [] }] };
        item["map"] = new AttributeValue
        {
            M = new Dictionary<string, AttributeValue> { ["nothing"] = new() { NULL = true } },
        };

        await client.PutItemAsync(new PutItemRequest { TableName = Table, Item = item }, Cancellation);
        GetItemResponse got = await client.GetItemAsync(
            new GetItemRequest
            {
                TableName = Table,
                Key = Key("a", 1),
                ConsistentRead = true,
                ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
            },
            Cancellation
        );

        Assert.Equal(item.Keys.Order(), got.Item.Keys.Order());
        Assert.Equal("1", got.Item["time"].N);
        Assert.Equal(item["text"].S, got.Item["text"].S);
        Assert.Equal([0, 127, 128, 255], got.Item["bytes"].B!.Value.ToArray());
        Assert.Equal(["a", "b"], got.Item["texts"].SS!.Order());
        Assert.Equal(["1", "2"], got.Item["numbers"].NS!.Order());
        Assert.Equal<byte>([1, 2], got.Item["blobs"].BS!.Select(static blob => blob.Span[0]).Order());
        Assert.False(got.Item["list"].L![0].BOOL);
        Assert.Empty(got.Item["list"].L![1].L!);
        Assert.True(got.Item["map"].M!["nothing"].NULL);
        Assert.Equal(1, got.ConsumedCapacity!.CapacityUnits);
    }

    [Fact]
    public async Task A_query_is_read_page_by_page_in_the_order_of_the_sort_key()
    {
        using NodeServer server = await NodeServer.StartAsync("dynalite");
        using DynamoDBClient client = new(server.Options);
        await CreateActiveTableAsync(client);
        await PutAsync(client, Enumerable.Range(1, 25));
        QueryRequest request = new()
        {
            TableName = Table,
            KeyConditionExpression = "sensor = :sensor",
            ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":sensor"] = new() { S = "a" } },
            Limit = 10,
        };

        List<int?> pages = [];
        await foreach (QueryResponse page in client.QueryPagesAsync(request, Cancellation))
        {
            pages.Add(page.Count);
        }

        List<string?> times = [];
        await foreach (
            IReadOnlyDictionary<string, AttributeValue> item in client.QueryItemsAsync(request, Cancellation)
        )
        {
            times.Add(item["time"].N);
        }

        Assert.Equal([10, 10, 5], pages);
        Assert.Equal(Enumerable.Range(1, 25).Select(static time => $"{time}"), times);
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_is_an_exception_of_its_own()
    {
        using NodeServer server = await NodeServer.StartAsync("dynalite");
        using DynamoDBClient client = new(server.Options);
        await CreateActiveTableAsync(client);
        PutItemRequest request = new()
        {
            TableName = Table,
            Item = Key("a", 1),
            ConditionExpression = "attribute_not_exists(sensor)",
        };
        await client.PutItemAsync(request, Cancellation);

        ConditionalCheckFailedException error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() =>
            client.PutItemAsync(request, Cancellation)
        );

        Assert.Equal("ConditionalCheckFailedException", error.ErrorCode);
        Assert.Equal("The conditional request failed", error.Message);
        Assert.Equal("PutItem", error.Operation);
        Assert.Equal(1, error.Attempts);
    }

    [Fact]
    public async Task A_batch_reads_what_a_batch_wrote()
    {
        using NodeServer server = await NodeServer.StartAsync("dynalite");
        using DynamoDBClient client = new(server.Options);
        await CreateActiveTableAsync(client);
        await PutAsync(client, Enumerable.Range(1, 3));

        BatchGetItemResponse read = await client.BatchGetItemAsync(
            new BatchGetItemRequest
            {
                RequestItems = new Dictionary<string, KeysAndAttributes>
                {
                    [Table] = new() { Keys = [Key("a", 1), Key("a", 3), Key("a", 4)] },
                },
            },
            Cancellation
        );

        Assert.Equal(["1", "3"], read.Responses[Table].Select(static item => item["time"].N).Order());
        Assert.Empty(read.UnprocessedKeys);
    }

    private static Dictionary<string, AttributeValue> Key(string sensor, int time) =>
        new()
        {
            ["sensor"] = new AttributeValue { S = sensor },
            ["time"] = new AttributeValue { N = $"{time}" },
        };

    private static async Task PutAsync(DynamoDBClient client, IEnumerable<int> times)
    {
        BatchWriteItemResponse written = await client.BatchWriteItemAsync(
            new BatchWriteItemRequest
            {
                RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>>
                {
                    [Table] =
                    [
                        .. times.Select(static time => new WriteRequest
                        {
                            PutRequest = new PutRequest { Item = Key("a", time) },
                        }),
                    ],
                },
            },
            Cancellation
        );
        Assert.Empty(written.UnprocessedItems);
    }

    private static Task<CreateTableResponse> CreateTableAsync(DynamoDBClient client) =>
        client.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = Table,
                AttributeDefinitions =
                [
                    new AttributeDefinition { AttributeName = "sensor", AttributeType = ScalarAttributeType.S },
                    new AttributeDefinition { AttributeName = "time", AttributeType = ScalarAttributeType.N },
                ],
                KeySchema =
                [
                    new KeySchemaElement { AttributeName = "sensor", KeyType = KeyType.Hash },
                    new KeySchemaElement { AttributeName = "time", KeyType = KeyType.Range },
                ],
                BillingMode = BillingMode.PayPerRequest,
            },
            Cancellation
        );

    private static async Task CreateActiveTableAsync(DynamoDBClient client)
    {
        await CreateTableAsync(client);
        await client.WaitUntilTableExistsAsync(new DescribeTableRequest { TableName = Table }, s_often, Cancellation);
    }
}
