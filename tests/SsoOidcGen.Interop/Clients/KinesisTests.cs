using System.Text;
using SsoOidcGen.Interop.Kinesis;
using SsoOidcGen.Interop.Servers;

namespace SsoOidcGen.Interop.Clients;

/// <summary>Kinesis (awsJson 1.1) as <c>kinesalite</c> serves it.</summary>
public sealed class KinesisTests
{
    private const string Stream = "clicks";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_of_a_shard_are_read_in_the_order_they_were_put()
    {
        using NodeServer server = await NodeServer.StartAsync("kinesalite");
        using KinesisClient client = new(server.Options);
        await client.CreateStreamAsync(new CreateStreamRequest { StreamName = Stream, ShardCount = 1 }, Cancellation);
        DescribeStreamResponse active = await client.WaitUntilStreamExistsAsync(
            new DescribeStreamRequest { StreamName = Stream },
            new WaiterOptions { Delay = TimeSpan.FromMilliseconds(50), MaxAttempts = 200 },
            Cancellation
        );
        string shard = Assert.Single(active.StreamDescription.Shards).ShardId;
        PutRecordResponse first = await PutAsync(client, "one");
        await PutAsync(client, "two");

        GetShardIteratorResponse start = await client.GetShardIteratorAsync(
            new GetShardIteratorRequest
            {
                StreamName = Stream,
                ShardId = shard,
                ShardIteratorType = ShardIteratorType.TrimHorizon,
            },
            Cancellation
        );
        GetRecordsResponse read = await client.GetRecordsAsync(
            new GetRecordsRequest { ShardIterator = start.ShardIterator! },
            Cancellation
        );

        Assert.Equal(shard, first.ShardId);
        Assert.Equal(["one", "two"], read.Records.Select(static record => Encoding.UTF8.GetString(record.Data.Span)));
        Assert.Equal(first.SequenceNumber, read.Records[0].SequenceNumber);
        Assert.Equal(
            DateTimeOffset.UtcNow,
            read.Records[0].ApproximateArrivalTimestamp!.Value,
            TimeSpan.FromMinutes(5)
        );
        Assert.NotNull(read.NextShardIterator);
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_is_an_exception()
    {
        using NodeServer server = await NodeServer.StartAsync("kinesalite");
        using KinesisClient client = new(server.Options);

        ResourceNotFoundException error = await Assert.ThrowsAsync<ResourceNotFoundException>(() =>
            PutAsync(client, "one")
        );

        Assert.Contains(Stream, error.Message, StringComparison.Ordinal);
    }

    private static Task<PutRecordResponse> PutAsync(KinesisClient client, string text) =>
        client.PutRecordAsync(
            new PutRecordRequest
            {
                StreamName = Stream,
                PartitionKey = "key",
                Data = Encoding.UTF8.GetBytes(text),
            },
            Cancellation
        );
}
