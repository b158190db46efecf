using SsoOidcGen.Interop.Servers;
using SsoOidcGen.Interop.Sns;
using SsoOidcGen.Interop.Sqs;
using MessageAttributeValue = SsoOidcGen.Interop.Sns.MessageAttributeValue;

namespace SsoOidcGen.Interop.Clients;

/// <summary>SNS (awsQuery) as <c>fauxqs</c> serves it.</summary>
public sealed class SnsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_to_a_topic_arrives_in_a_queue_that_subscribed()
    {
        using NodeServer server = await NodeServer.StartAsync("fauxqs");
        using SnsClient sns = new(server.Options);
        using SqsClient sqs = new(server.Options);
        string topic = (await sns.CreateTopicAsync(new CreateTopicRequest { Name = "news" }, Cancellation)).TopicArn!;
        CreateQueueResponse queue = await sqs.CreateQueueAsync(
            new CreateQueueRequest { QueueName = "reader" },
            Cancellation
        );
        string account = topic.Split(':')[4];

        SubscribeResponse subscription = await sns.SubscribeAsync(
            new SubscribeRequest
            {
                TopicArn = topic,
                Protocol = "sqs",
                Endpoint = $"arn:aws:sqs:us-east-1:{account}:reader",
                Attributes = new Dictionary<string, string> { ["RawMessageDelivery"] = "true" },
                ReturnSubscriptionArn = true,
            },
            Cancellation
        );
        PublishResponse published = await sns.PublishAsync(
            new PublishRequest
            {
                TopicArn = topic,
                Message = "Grüße & <b>+ ~\"=%\n</b> 😀",
                MessageAttributes = new Dictionary<string, MessageAttributeValue>
                {
                    ["kind"] = new() { DataType = "String", StringValue = "new" },
                },
            },
            Cancellation
        );
        Message received = Assert.Single(
            (
                await sqs.ReceiveMessageAsync(
                    new ReceiveMessageRequest { QueueUrl = queue.QueueUrl!, MessageAttributeNames = ["All"] },
                    Cancellation
                )
            ).Messages
        );

        Assert.NotEmpty(published.MessageId!);
        Assert.Equal("Grüße & <b>+ ~\"=%\n</b> 😀", received.Body);
        Assert.Equal("new", received.MessageAttributes["kind"].StringValue);
        ListSubscriptionsByTopicResponse subscriptions = await sns.ListSubscriptionsByTopicAsync(
            new ListSubscriptionsByTopicRequest { TopicArn = topic },
            Cancellation
        );
        Assert.Equal(subscription.SubscriptionArn, Assert.Single(subscriptions.Subscriptions).SubscriptionArn);
    }

    [Fact]
    public async Task Topics_are_listed_with_their_settings_until_they_are_deleted()
    {
        using NodeServer server = await NodeServer.StartAsync("fauxqs");
        using SnsClient client = new(server.Options);
        CreateTopicRequest wanted = new()
        {
            Name = "named",
            Attributes = new Dictionary<string, string> { ["DisplayName"] = "a & b" },
        };
        string topic = (await client.CreateTopicAsync(wanted, Cancellation)).TopicArn!;

        GetTopicAttributesResponse settings = await client.GetTopicAttributesAsync(
            new GetTopicAttributesRequest { TopicArn = topic },
            Cancellation
        );
        ListTopicsResponse before = await client.ListTopicsAsync(new ListTopicsRequest(), Cancellation);
        await client.DeleteTopicAsync(new DeleteTopicRequest { TopicArn = topic }, Cancellation);
        ListTopicsResponse after = await client.ListTopicsAsync(new ListTopicsRequest(), Cancellation);

        Assert.Equal("a & b", settings.Attributes["DisplayName"]);
        Assert.Equal(topic, Assert.Single(before.Topics).TopicArn);
        Assert.Empty(after.Topics);
    }

    [Fact]
    public async Task A_batch_tells_of_each_message_what_became_of_it()
    {
        using NodeServer server = await NodeServer.StartAsync("fauxqs");
        using SnsClient client = new(server.Options);
        string topic = (
            await client.CreateTopicAsync(new CreateTopicRequest { Name = "bulk" }, Cancellation)
        ).TopicArn!;

        PublishBatchResponse response = await client.PublishBatchAsync(
            new PublishBatchRequest
            {
                TopicArn = topic,
                PublishBatchRequestEntries =
                [
                    new PublishBatchRequestEntry { Id = "one", Message = "1" },
                    new PublishBatchRequestEntry { Id = "two", Message = "2" },
                ],
            },
            Cancellation
        );

        Assert.Equal(["one", "two"], response.Successful.Select(static entry => entry.Id));
        Assert.Empty(response.Failed);
    }

    [Fact]
    public async Task An_error_has_its_own_type_with_code_message_and_request()
    {
        using NodeServer server = await NodeServer.StartAsync("fauxqs");
        using SnsClient client = new(server.Options);

        NotFoundException error = await Assert.ThrowsAsync<NotFoundException>(() =>
            client.PublishAsync(
                new PublishRequest { TopicArn = "arn:aws:sns:us-east-1:000000000000:missing", Message = "m" },
                Cancellation
            )
        );

        Assert.Equal("NotFound", error.ErrorCode);
        Assert.NotEmpty(error.Message);
        Assert.NotEmpty(error.RequestId!);
    }
}
