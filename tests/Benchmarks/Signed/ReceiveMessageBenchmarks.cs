using Amazon.SQS;
using BenchmarkDotNet.Attributes;
using SsoOidcGen.Benchmarks.Calls;
using SsoOidcGen.Benchmarks.Sqs;

namespace SsoOidcGen.Benchmarks.Signed;

/// <summary>ReceiveMessage of SQS: ten messages.</summary>
public class ReceiveMessageBenchmarks
{
    private const int Messages = 10;
    private const string Queue = "https://sqs.eu-central-1.amazonaws.com/111111111111/orders";
    private static readonly SignedContenders s_contenders = new(Responses.ReceiveMessage);

    private readonly FloorSqs _floor = s_contenders.FloorSqs();
    private readonly SqsClient _ours = s_contenders.Sqs();
    private readonly AmazonSQSClient _awsSdk = s_contenders.AwsSqs();

    [GlobalSetup]
    public async Task CheckAsync() => Same.Check(await Floor(), await Ours(), await AwsSdk());

    [Benchmark(Baseline = true)]
    public async Task<string?> Floor()
    {
        List<FloorMessage> messages = await _floor.ReceiveMessageAsync(Queue, Messages);
        return $"{messages.Count} {messages[9].MessageId} {messages[9].Attributes!.Count}";
    }

    [Benchmark]
    public async Task<string?> Ours()
    {
        ReceiveMessageResponse response = await _ours.ReceiveMessageAsync(
            new ReceiveMessageRequest { QueueUrl = Queue, MaxNumberOfMessages = Messages }
        );
        return $"{response.Messages.Count} {response.Messages[9].MessageId} {response.Messages[9].Attributes.Count}";
    }

    [Benchmark]
    public async Task<string?> AwsSdk()
    {
        Amazon.SQS.Model.ReceiveMessageResponse response = await _awsSdk.ReceiveMessageAsync(
            new Amazon.SQS.Model.ReceiveMessageRequest { QueueUrl = Queue, MaxNumberOfMessages = Messages }
        );
        return $"{response.Messages.Count} {response.Messages[9].MessageId} {response.Messages[9].Attributes.Count}";
    }
}
