using System.Net;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.SQS;
using SsoOidcGen.Benchmarks.Calls;
using SsoOidcGen.Benchmarks.DynamoDb;
using SsoOidcGen.Benchmarks.Sqs;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Benchmarks.Signed;

/// <summary>Every client of DynamoDB and SQS over the same kind of handler.</summary>
internal sealed class SignedContenders(byte[] body)
{
    private static readonly BasicAWSCredentials s_awsCredentials = new("AKIDEXAMPLE", "secret");

    public DynamoDBClient DynamoDb() => new(Http(), Options());

    public SqsClient Sqs() => new(Http(), Options());

    public FloorDynamoDb FloorDynamoDb() => new(Http());

    public FloorSqs FloorSqs() => new(Http());

    public AmazonDynamoDBClient AwsDynamoDb() =>
        new(
            s_awsCredentials,
            new AmazonDynamoDBConfig
            {
                RegionEndpoint = Amazon.RegionEndpoint.EUCentral1,
                HttpClientFactory = new Factory(Http),
            }
        );

    public AmazonSQSClient AwsSqs() =>
        new(
            s_awsCredentials,
            new AmazonSQSConfig
            {
                RegionEndpoint = Amazon.RegionEndpoint.EUCentral1,
                HttpClientFactory = new Factory(Http),
            }
        );

    private static ServiceClientOptions Options() =>
        new()
        {
            Region = "eu-central-1",
            Environment = new AwsEnvironment(Path.GetTempPath()),
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
        };

    private HttpClient Http() => new(new PreparedResponse(HttpStatusCode.OK, body));

    private sealed class Factory(Func<HttpClient> create) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => create();
    }
}
