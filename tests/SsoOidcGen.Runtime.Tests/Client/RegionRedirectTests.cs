using System.Net;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>A bucket that is in another region is asked there, by this call and those that follow.</summary>
public sealed class RegionRedirectTests
{
    private readonly ScriptedHandler _handler = new(static request =>
    {
        bool isThere = request.RequestUri!.Host.EndsWith(".eu-west-1.example", StringComparison.Ordinal);
        HttpResponseMessage response = new(isThere ? HttpStatusCode.OK : HttpStatusCode.MovedPermanently);
        if (!isThere)
        {
            response.Headers.Add("x-amz-bucket-region", "eu-west-1");
        }

        return response;
    });

    [Fact]
    public async Task The_other_region_is_asked_at_once_and_remembered()
    {
        ProbeClient client = Client();

        await GetAsync(client, "moved");
        await GetAsync(client, "moved");

        Assert.Equal(
            ["moved.eu-central-1.example", "moved.eu-west-1.example", "moved.eu-west-1.example"],
            _handler.Sent.Select(static sent => sent.Uri.Host)
        );
        Assert.All(_handler.Sent, static sent => Assert.Equal("attempt=1; max=1", sent.Headers["amz-sdk-request"]));
        Assert.Contains("/eu-west-1/probe/aws4_request", _handler.Sent[1].Headers["Authorization"]);
    }

    [Fact]
    public async Task Other_buckets_are_still_asked_in_the_client_s_region()
    {
        ProbeClient client = Client();
        await GetAsync(client, "moved");

        await GetAsync(client, "other");

        Assert.Equal("other.eu-central-1.example", _handler.Sent[2].Uri.Host);
    }

    [Fact]
    public async Task A_client_that_is_not_to_follow_does_not()
    {
        ServiceException error = await Assert.ThrowsAsync<ServiceException>(() =>
            GetAsync(Client(follows: false), "moved")
        );

        Assert.Equal((HttpStatusCode.MovedPermanently, 1), (error.StatusCode, _handler.Sent.Count));
    }

    [Theory]
    [InlineData("arn:aws:s3:eu-central-1:123456789012:accesspoint/p")]
    [InlineData(null)]
    public async Task What_names_its_region_itself_is_not_asked_elsewhere(string? bucket)
    {
        await Assert.ThrowsAsync<ServiceException>(() => GetAsync(Client(), bucket));

        Assert.Single(_handler.Sent);
    }

    [Fact]
    public async Task A_region_that_sends_on_to_itself_is_asked_once()
    {
        ScriptedHandler handler = new(static _ =>
        {
            HttpResponseMessage response = new(HttpStatusCode.MovedPermanently);
            response.Headers.Add("x-amz-bucket-region", "eu-central-1");
            return response;
        });

        await Assert.ThrowsAsync<ServiceException>(() => GetAsync(Client(handler: handler), "moved"));

        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task A_call_is_sent_on_once()
    {
        int count = 0;
        ScriptedHandler handler = new(_ =>
        {
            HttpResponseMessage response = new(HttpStatusCode.MovedPermanently);
            response.Headers.Add("x-amz-bucket-region", $"eu-west-{++count}");
            return response;
        });

        await Assert.ThrowsAsync<ServiceException>(() => GetAsync(Client(handler: handler), "moved"));

        Assert.Equal(2, handler.Sent.Count);
    }

    [Fact]
    public async Task A_body_that_was_read_and_cannot_be_read_again_is_not_sent_on()
    {
        using ForwardStream body = new();
        UploadOperation operation = new()
        {
            Name = "Put",
            Method = HttpMethod.Put,
            BindsEndpoint = true,
            FindRegion = S3Responses.FindRegion,
        };

        await Assert.ThrowsAsync<ServiceException>(() =>
            Client().InvokeAsync(operation, body, TestContext.Current.CancellationToken)
        );
        Assert.Single(_handler.Sent);

        await Client().InvokeAsync(operation, new MemoryStream([1, 2]), TestContext.Current.CancellationToken);
        Assert.Equal(["\u0001\u0002", "\u0001\u0002"], _handler.Sent.Skip(1).Select(static sent => sent.Body));
    }

    [Fact]
    public async Task A_client_remembers_a_thousand_buckets()
    {
        ProbeClient client = Client();
        for (int i = 0; i < 1000; i++)
        {
            await GetAsync(client, $"b{i}");
        }

        int before = _handler.Sent.Count;
        await GetAsync(client, "b0");
        Assert.Equal(before + 1, _handler.Sent.Count);
        await GetAsync(client, "b1000");
        before = _handler.Sent.Count;
        await GetAsync(client, "b1000");
        await GetAsync(client, "b0");
        Assert.Equal(before + 3, _handler.Sent.Count);
    }

    private ProbeClient Client(bool follows = true, ScriptedHandler? handler = null) =>
        new(
            new HttpClient(handler ?? _handler),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                MaxAttempts = 1,
                FollowRegionRedirects = follows,
                Credentials = new AwsCredentials("AKID", "secret"),
                Environment = new AwsEnvironment(Path.GetTempPath()),
            },
            new ServiceDescription
            {
                ServiceId = "Probe",
                ApiVersion = "2026-01-01",
                SigningName = "probe",
                ResolveEndpoint = static context => new Endpoint(
                    $"https://{context.GetText("Bucket")?.Split(':')[0] ?? "none"}.{context.Region}.example"
                )
                {
                    AuthSchemes = [new("sigv4") { SigningRegion = context.Region }],
                },
                Errors = ErrorFormat.Xml,
                CreateException = static (in ErrorResponse _) => null,
            }
        );

    private static Task<string> GetAsync(ProbeClient client, string? bucket) =>
        client.InvokeAsync(
            new BucketOperation(bucket)
            {
                Name = "Get",
                Method = HttpMethod.Get,
                Auth = AuthScheme.SigV4,
                BindsEndpoint = true,
                FindRegion = S3Responses.FindRegion,
            },
            "x",
            TestContext.Current.CancellationToken
        );

    private sealed class UploadOperation : Operation<Stream, string>
    {
        public override EndpointContext BindEndpoint(Stream request, EndpointContext context) =>
            context.With("Bucket", "moved");

        public override void WriteRequest(Stream request, RequestWriter http)
        {
            http.Target("/object");
            http.Body(request, "text/plain");
        }

        public override string ReadResponse(in ServiceResponse response) => "";
    }

    private sealed class ForwardStream : MemoryStream
    {
        public override bool CanSeek => false;
    }

    private sealed class BucketOperation(string? bucket) : Operation<string, string>
    {
        public override EndpointContext BindEndpoint(string request, EndpointContext context) =>
            context.With("Bucket", bucket);

        public override void WriteRequest(string request, RequestWriter http) => http.Target("/object");

        public override string ReadResponse(in ServiceResponse response) => "";
    }
}
