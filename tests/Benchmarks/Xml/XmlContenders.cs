using System.Net;
using Amazon.EC2;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecurityToken;
using SsoOidcGen.Benchmarks.Calls;
using SsoOidcGen.Benchmarks.Ec2;
using SsoOidcGen.Benchmarks.S3;
using SsoOidcGen.Benchmarks.Sts;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Benchmarks.Xml;

/// <summary>Every client of EC2, S3 and STS over the same kind of handler.</summary>
internal sealed class XmlContenders(byte[] body)
{
    private static readonly BasicAWSCredentials s_awsCredentials = new("AKIDEXAMPLE", "secret");

    public FloorXml Floor(string service) => new(Http(), service);

    public Ec2Client Ec2() => new(Http(), Configured(new ServiceClientOptions()));

    public S3Client S3() => new(Http(), Configured(new S3ClientOptions()));

    public StsClient Sts() => new(Http(), Configured(new ServiceClientOptions()));

    public AmazonEC2Client AwsEc2() => new(s_awsCredentials, Connected(new AmazonEC2Config()));

    public AmazonS3Client AwsS3() => new(s_awsCredentials, Connected(new AmazonS3Config()));

    public AmazonSecurityTokenServiceClient AwsSts() =>
        new(s_awsCredentials, Connected(new AmazonSecurityTokenServiceConfig()));

    private static T Configured<T>(T options)
        where T : ServiceClientOptions
    {
        options.Region = "eu-central-1";
        options.Environment = new AwsEnvironment(Path.GetTempPath());
        options.Credentials = new AwsCredentials("AKIDEXAMPLE", "secret");
        return options;
    }

    private T Connected<T>(T config)
        where T : ClientConfig
    {
        config.RegionEndpoint = Amazon.RegionEndpoint.EUCentral1;
        config.HttpClientFactory = new Factory(Http);
        return config;
    }

    private HttpClient Http() => new(new PreparedResponse(HttpStatusCode.OK, body));

    private sealed class Factory(Func<HttpClient> create) : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => create();
    }
}
