using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Runtime.Tests.Client;

namespace SsoOidcGen.Runtime.Tests.Operations;

public sealed class S3SessionTests
{
    private static readonly DateTimeOffset Now = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Now);

    [Fact]
    public async Task A_directory_bucket_is_accessed_with_the_credentials_of_a_session()
    {
        ScriptedHandler handler = new(Session(300), ScriptedHandler.Answer(200));

        await GetAsync(Client(handler), "box");

        Assert.Equal(2, handler.Sent.Count);
        SentRequest create = handler.Sent[0];
        Assert.Equal(("GET", "https://box.s3.example/?session"), (create.Method, create.Uri.OriginalString));
        Assert.StartsWith(
            "AWS4-HMAC-SHA256 Credential=AKID/20240102/eu-central-1/s3express/aws4_request, ",
            create.Headers["Authorization"]
        );
        Assert.Equal("own-token", create.Headers["X-Amz-Security-Token"]);
        Assert.False(create.Headers.ContainsKey("X-Amz-S3session-Token"));
        SentRequest get = handler.Sent[1];
        Assert.Equal("https://box.s3.example/object", get.Uri.OriginalString);
        Assert.StartsWith(
            "AWS4-HMAC-SHA256 Credential=SESSION/20240102/eu-central-1/s3express/aws4_request, "
                + "SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-s3session-token, ",
            get.Headers["Authorization"]
        );
        Assert.Equal("session-token", get.Headers["X-Amz-S3session-Token"]);
        Assert.False(get.Headers.ContainsKey("X-Amz-Security-Token"));
    }

    [Theory]
    [InlineData(46, false)]
    [InlineData(45, true)]
    [InlineData(null, false)]
    public async Task A_session_is_replaced_45_seconds_before_it_ends(int? seconds, bool isReplaced)
    {
        ScriptedHandler handler = new(Session(seconds), ScriptedHandler.Answer(200));
        ProbeClient client = Client(handler);
        if (isReplaced)
        {
            handler = new ScriptedHandler(Session(seconds), Session(300), ScriptedHandler.Answer(200));
            client = Client(handler);
        }

        await GetAsync(client, "box");
        await GetAsync(client, "box");

        Assert.Equal(isReplaced ? 2 : 1, Sessions(handler));
        Assert.Equal(2, handler.Sent.Count - Sessions(handler));
    }

    [Fact]
    public async Task Each_bucket_and_each_caller_has_a_session_of_its_own()
    {
        SwitchedCredentials credentials = new() { Current = new("AKID", "secret") };
        ScriptedHandler handler = new(Answer);
        ProbeClient client = Client(handler, credentials);

        await GetAsync(client, "a");
        await GetAsync(client, "b");
        await GetAsync(client, "a");
        Assert.Equal(2, Sessions(handler));
        credentials.Current = new("AKID", "other");
        await GetAsync(client, "a");
        Assert.Equal(3, Sessions(handler));
        credentials.Current = new("OTHER", "other");
        await GetAsync(client, "a");
        Assert.Equal(4, Sessions(handler));
    }

    [Fact]
    public async Task A_client_keeps_a_hundred_sessions_and_begins_anew_with_the_next()
    {
        ScriptedHandler handler = new(Answer);
        ProbeClient client = Client(handler);
        for (int i = 0; i < 100; i++)
        {
            await GetAsync(client, $"b{i}");
        }

        await GetAsync(client, "b0");
        Assert.Equal(100, Sessions(handler));
        await GetAsync(client, "b100");
        await GetAsync(client, "b100");
        Assert.Equal(101, Sessions(handler));
        await GetAsync(client, "b0");
        Assert.Equal(102, Sessions(handler));
    }

    [Fact]
    public async Task A_session_that_was_refused_is_asked_for_again_by_the_next_call()
    {
        ScriptedHandler handler = new(
            ScriptedHandler.Answer(403, "<Error><Code>AccessDenied</Code><Message>No.</Message></Error>"),
            Session(300),
            ScriptedHandler.Answer(200)
        );
        ProbeClient client = Client(handler);

        ServiceException error = await Assert.ThrowsAsync<ServiceException>(() => GetAsync(client, "box"));
        await GetAsync(client, "box");

        Assert.Equal(("CreateSession", "AccessDenied", "No."), (error.Operation, error.ErrorCode, error.Message));
        Assert.Equal(3, handler.Sent.Count);
    }

    [Theory]
    [InlineData("<R><Other/></R>", "The session has no credentials at byte ")]
    [InlineData("<R><Credentials/></R>", "The session's credentials are incomplete at byte ")]
    [InlineData(
        "<R><Credentials><AccessKeyId>a</AccessKeyId><SecretAccessKey>b</SecretAccessKey></Credentials></R>",
        "The session's credentials are incomplete at byte "
    )]
    [InlineData(
        "<R><Credentials><AccessKeyId>a</AccessKeyId><SessionToken>c</SessionToken></Credentials></R>",
        "The session's credentials are incomplete at byte "
    )]
    [InlineData(
        "<R><Credentials><SecretAccessKey>b</SecretAccessKey><SessionToken>c</SessionToken></Credentials></R>",
        "The session's credentials are incomplete at byte "
    )]
    public async Task A_session_without_all_its_keys_is_none(string body, string expected)
    {
        ProbeClient client = Client(new ScriptedHandler(ScriptedHandler.Answer(200, body)));

        UnreadableResponseException error = await Assert.ThrowsAsync<UnreadableResponseException>(() =>
            GetAsync(client, "box")
        );

        Assert.StartsWith($"The response to CreateSession could not be read: {expected}", error.Message);
    }

    [Fact]
    public async Task An_operation_without_a_bucket_has_no_session()
    {
        ProbeClient client = Client(new ScriptedHandler(Answer));
        GetOperation operation = new("/object")
        {
            Name = "List",
            Method = HttpMethod.Get,
            Auth = AuthScheme.S3Express,
        };

        NotSupportedException error = await Assert.ThrowsAsync<NotSupportedException>(() =>
            client.InvokeAsync(operation, "x", TestContext.Current.CancellationToken)
        );

        Assert.Equal("List names no bucket, so there is no session for it.", error.Message);
    }

    private static HttpResponseMessage Answer(HttpRequestMessage request) =>
        (request.RequestUri!.Query == "?session" ? Session(null) : ScriptedHandler.Answer(200))(request);

    private static Func<HttpRequestMessage, HttpResponseMessage> Session(int? seconds) =>
        ScriptedHandler.Answer(
            200,
            "<CreateSessionResult><Other><A/></Other><Credentials><Unknown/><AccessKeyId>SESSION</AccessKeyId>"
                + "<SecretAccessKey>session-secret</SecretAccessKey><SessionToken>session-token</SessionToken>"
                + (seconds is { } end ? $"<Expiration>{Now.AddSeconds(end):yyyy-MM-ddTHH:mm:ssZ}</Expiration>" : "")
                + "</Credentials></CreateSessionResult>"
        );

    private static int Sessions(ScriptedHandler handler) =>
        handler.Sent.Count(static sent => sent.Uri.Query == "?session");

    private static Task<string> GetAsync(ProbeClient client, string bucket) =>
        client.InvokeAsync(
            new BucketOperation
            {
                Name = "GetObject",
                Method = HttpMethod.Get,
                Auth = AuthScheme.ByEndpoint(AuthScheme.SigV4, AuthScheme.S3Express),
                BindsEndpoint = true,
            },
            bucket,
            TestContext.Current.CancellationToken
        );

    private ProbeClient Client(ScriptedHandler handler, IAwsCredentialsProvider? credentials = null) =>
        new(
            new HttpClient(handler),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                Credentials = credentials ?? new AwsCredentials("AKID", "secret", "own-token"),
                Environment = new AwsEnvironment(Path.GetTempPath()),
                TimeProvider = _time,
            },
            new ServiceDescription
            {
                ServiceId = "S3",
                ApiVersion = "2006-03-01",
                SigningName = "s3",
                SignsLikeS3 = true,
                ResolveEndpoint = static context => new Endpoint(
                    $"https://{context.GetText("Bucket") ?? "no-bucket"}.s3.example"
                )
                {
                    AuthSchemes =
                    [
                        new(context.GetFlag("DisableS3ExpressSessionAuth") == true ? "sigv4" : "sigv4-s3express")
                        {
                            SigningName = "s3express",
                        },
                    ],
                },
                Errors = ErrorFormat.Xml,
                CreateException = static (in ErrorResponse _) => null,
            }
        );

    private sealed class BucketOperation : Operation<string, string>
    {
        public override EndpointContext BindEndpoint(string request, EndpointContext context) =>
            context.With("Bucket", request);

        public override void WriteRequest(string request, RequestWriter http) => http.Target("/object");

        public override string ReadResponse(in ServiceResponse response) => "";
    }

    private sealed class SwitchedCredentials : IAwsCredentialsProvider
    {
        public required AwsCredentials Current { get; set; }

        public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Current);
    }
}
