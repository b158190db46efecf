using SsoOidcGen.Interop.Servers;
using SsoOidcGen.Interop.Sqs;

namespace SsoOidcGen.Interop.Clients;

/// <summary>SQS (awsJson 1.0, query-compatible) as <c>fauxqs</c> serves it.</summary>
public sealed class SqsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_received_with_its_attributes_until_it_is_deleted()
    {
        using NodeServer server = await NodeServer.StartAsync("fauxqs");
        using SqsClient client = new(server.Options);
        CreateQueueResponse queue = await client.CreateQueueAsync(
            new CreateQueueRequest
            {
                QueueName = "orders",
                Attributes = new Dictionary<string, string> { ["VisibilityTimeout"] = "0" },
            },
            Cancellation
        );
        string url = queue.QueueUrl!;
        ReceiveMessageRequest receive = new()
        {
            QueueUrl = url,
            MaxNumberOfMessages = 10,
            MessageAttributeNames = ["All"],
            MessageSystemAttributeNames = [MessageSystemAttributeName.SentTimestamp],
        };

        SendMessageResponse sent = await client.SendMessageAsync(
            new SendMessageRequest
            {
                QueueUrl = url,
                MessageBody = "Grüße <&>",
                MessageAttributes = new Dictionary<string, MessageAttributeValue>
                {
                    ["kind"] = new() { DataType = "String", StringValue = "new" },
                    ["image"] = new() { DataType = "Binary", BinaryValue = (byte[])[0, 255] },
                },
            },
            Cancellation
        );
        Message message = Assert.Single((await client.ReceiveMessageAsync(receive, Cancellation)).Messages);

        Assert.Equal(sent.MessageId, message.MessageId);
        Assert.Equal("Grüße <&>", message.Body);
        Assert.Equal(sent.MD5OfMessageBody, message.MD5OfBody);
        Assert.Equal("new", message.MessageAttributes["kind"].StringValue);
        Assert.Equal([0, 255], message.MessageAttributes["image"].BinaryValue!.Value.ToArray());
        Assert.NotEmpty(message.Attributes["SentTimestamp"]);

        await client.DeleteMessageAsync(
            new DeleteMessageRequest { QueueUrl = url, ReceiptHandle = message.ReceiptHandle! },
            Cancellation
        );
        Assert.Empty((await client.ReceiveMessageAsync(receive, Cancellation)).Messages);
    }

    [Fact]
    public async Task An_error_has_its_own_type_and_the_code_of_the_query_protocol()
    {
        using NodeServer server = await NodeServer.StartAsync("fauxqs");
        using SqsClient client = new(server.Options);

        QueueDoesNotExistException error = await Assert.ThrowsAsync<QueueDoesNotExistException>(() =>
            client.GetQueueUrlAsync(new GetQueueUrlRequest { QueueName = "missing" }, Cancellation)
        );

        Assert.Equal("AWS.SimpleQueueService.NonExistentQueue", error.ErrorCode);
        Assert.Equal("The specified queue does not exist.", error.Message);
    }
}
