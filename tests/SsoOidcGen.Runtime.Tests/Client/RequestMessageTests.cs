using System.Net;
using System.Text;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>What becomes of settings in the message that is sent.</summary>
public sealed class RequestMessageTests
{
    private readonly Handler _handler = new();

    [Fact]
    public async Task Version_and_policy_are_those_of_the_caller_s_client()
    {
        using HttpClient http = new(_handler)
        {
            DefaultRequestVersion = HttpVersion.Version30,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        await CallAsync(ProbeClient.Echo, "x", http);
        Assert.Equal(
            (HttpVersion.Version30, HttpVersionPolicy.RequestVersionExact),
            (_handler.Message!.Version, _handler.Message.VersionPolicy)
        );

        await CallAsync(ProbeClient.Say, SsoOidcGen.Runtime.EventStreams.Of("a"), http);
        Assert.Equal(
            (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrHigher),
            (_handler.Message.Version, _handler.Message.VersionPolicy)
        );
    }

    [Fact]
    public void Without_one_they_are_those_of_HTTP_1_1()
    {
        using Transport transport = new(given: null, TimeSpan.FromSeconds(7));

        Assert.Equal(
            (
                HttpVersion.Version11,
                HttpVersionPolicy.RequestVersionOrLower,
                TimeSpan.FromSeconds(7),
                null,
                long.MaxValue
            ),
            (
                transport.Version,
                transport.VersionPolicy,
                transport.ConnectTimeout,
                transport.ClientTimeout,
                transport.MaxBufferSize
            )
        );
    }

    [Fact]
    public void A_handler_of_its_own_follows_no_redirects_and_keeps_no_cookies()
    {
        using SocketsHttpHandler handler = Assert.IsType<SocketsHttpHandler>(
            ServiceClient.CreateHandler(new ServiceClientOptions { ConnectTimeout = TimeSpan.FromSeconds(7) })
        );
        using SocketsHttpHandler other = Assert.IsType<SocketsHttpHandler>(ServiceClient.CreateHandler());

        Assert.Equal((false, false), (handler.AllowAutoRedirect, handler.UseCookies));
        Assert.Equal(
            (TimeSpan.FromSeconds(7), TimeSpan.FromMinutes(5)),
            (handler.ConnectTimeout, handler.PooledConnectionLifetime)
        );
        Assert.Equal(TimeSpan.FromSeconds(3.1), other.ConnectTimeout);
        Assert.Null(handler.Proxy!.GetProxy(new Uri("http://localhost/")));
    }

    [Theory]
    [InlineData(false, "https://data.eu.probe.eu-central-1.example/echo")]
    [InlineData(true, "https://probe.eu-central-1.example/echo")]
    public async Task A_prefix_goes_before_the_host_unless_it_is_turned_off(bool isDisabled, string expected)
    {
        PrefixOperation operation = new() { Name = "Prefixed", Method = HttpMethod.Get };

        await CallAsync(operation, "data.", configure: options => options.DisableHostPrefixInjection = isDisabled);

        Assert.Equal(expected, _handler.Message!.RequestUri!.OriginalString);
    }

    [Fact]
    public async Task The_next_call_of_a_client_may_have_another_prefix()
    {
        using ProbeClient client = Client(new HttpClient(_handler));
        PrefixOperation operation = new() { Name = "Prefixed", Method = HttpMethod.Get };

        foreach (string prefix in new[] { "a.", "b.", "" })
        {
            await client.InvokeAsync(operation, prefix, TestContext.Current.CancellationToken);
            Assert.Equal($"{prefix}eu.probe.eu-central-1.example", _handler.Message!.RequestUri!.Host);
        }
    }

    [Theory]
    [InlineData(0, true, 1024 * 1024, true)]
    [InlineData(0, true, (1024 * 1024) - 1, false)]
    [InlineData(1, true, 1024 * 1024, false)]
    [InlineData(0, false, 1, true)]
    public async Task What_may_be_large_waits_until_the_service_wants_it(
        int position,
        bool canSeek,
        int length,
        bool waits
    )
    {
        CopyOperation operation = new() { ExpectsContinue = true };

        await CallAsync(operation, new Probe(new byte[length], canSeek) { Position = position });

        Assert.Equal(waits ? true : null, _handler.Message!.Headers.ExpectContinue);
    }

    [Fact]
    public async Task Without_need_nothing_waits()
    {
        await CallAsync(new CopyOperation(), new Probe(new byte[2 * 1024 * 1024], canSeek: true));

        Assert.Null(_handler.Message!.Headers.ExpectContinue);
    }

    [Theory]
    [InlineData(null, " eu-central-1 True True")]
    [InlineData("https://own.example", "https://own.example eu-central-1 False False")]
    public async Task The_rules_of_the_service_see_region_and_settings(string? endpoint, string expected)
    {
        EndpointContext? seen = null;
        ServiceClientOptions options = new()
        {
            Region = "eu-central-1",
            Endpoint = endpoint is null ? null : new Uri(endpoint),
            UseFipsEndpoint = true,
            UseDualStackEndpoint = true,
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };
        ProbeClient client = new(
            new HttpClient(_handler),
            options,
            new ServiceDescription
            {
                ServiceId = "Probe",
                ApiVersion = "2026-01-01",
                SigningName = "probe",
                ResolveEndpoint = context =>
                {
                    seen = context;
                    return new Endpoint("https://probe.example");
                },
                Errors = ErrorFormat.Json,
                CreateException = static (in ErrorResponse _) => null,
            }
        );

        await client.InvokeAsync(ProbeClient.Echo, "x", TestContext.Current.CancellationToken);

        Assert.Equal(expected, $"{seen!.Endpoint} {seen.Region} {seen.UseFips} {seen.UseDualStack}");
    }

    [Fact]
    public void The_endpoint_of_a_client_can_be_asked_for()
    {
        using ProbeClient client = Client(new HttpClient(_handler));

        Assert.Equal("https://probe.eu-central-1.example/", client.GetEndpoint().AbsoluteUri);
    }

    [Fact]
    public async Task A_disposed_client_sends_nothing_more_through_its_own_connections()
    {
        ProbeClient client = Client(http: null);
        client.Dispose();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() =>
            client.InvokeAsync(ProbeClient.Echo, "x", TestContext.Current.CancellationToken)
        );
    }

    [Theory]
    [InlineData("Echo", "Echo cannot be presigned: it is not signed, or sends events.")]
    [InlineData("Say", "Say cannot be presigned: it is not signed, or sends events.")]
    [InlineData("TokenEcho", "TokenEcho is not signed, so it cannot be presigned.")]
    public async Task What_cannot_be_presigned_says_why(string name, string expected)
    {
        using ProbeClient client = Client(new HttpClient(_handler));

        NotSupportedException error = await Assert.ThrowsAsync<NotSupportedException>(async () =>
            _ = name switch
            {
                "Echo" => await client.PresignAsync(ProbeClient.Echo, "x", TimeSpan.FromMinutes(1)),
                "TokenEcho" => await client.PresignAsync(ProbeClient.TokenEcho, "x", TimeSpan.FromMinutes(1)),
                _ => await client.PresignAsync(
                    new SayOperation
                    {
                        Name = "Say",
                        Method = HttpMethod.Post,
                        SendsEvents = true,
                        Auth = AuthScheme.SigV4,
                    },
                    SsoOidcGen.Runtime.EventStreams.Of("a"),
                    TimeSpan.FromMinutes(1)
                ),
            }
        );

        Assert.Equal(expected, error.Message);
    }

    [Fact]
    public async Task A_text_that_is_missing_is_no_body()
    {
        await CallAsync(new TextOperation { Name = "Text", Method = HttpMethod.Post }, "");
        Assert.Null(_handler.Message!.Content);

        await CallAsync(new TextOperation { Name = "Text", Method = HttpMethod.Post }, "x");
        Assert.Equal("text/plain", _handler.Message.Content!.Headers.ContentType!.ToString());
    }

    private async Task CallAsync<TInput, TOutput>(
        Operation<TInput, TOutput> operation,
        TInput input,
        HttpClient? http = null,
        Action<ServiceClientOptions>? configure = null
    ) =>
        await Client(http ?? new HttpClient(_handler), configure)
            .InvokeAsync(operation, input, TestContext.Current.CancellationToken);

    private static ProbeClient Client(HttpClient? http, Action<ServiceClientOptions>? configure = null)
    {
        ServiceClientOptions options = new()
        {
            Region = "eu-central-1",
            Credentials = new AwsCredentials("AKID", "secret"),
            BearerToken = static _ => ValueTask.FromResult("token"),
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };
        configure?.Invoke(options);
        return new ProbeClient(http, options);
    }

    private sealed class Handler : HttpMessageHandler
    {
        public HttpRequestMessage? Message { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken _)
        {
            Message = request;
            return Task.FromResult(new HttpResponseMessage());
        }
    }

    private sealed class PrefixOperation : Operation<string, string>
    {
        public override void WriteRequest(string request, RequestWriter http)
        {
            http.HostPrefix(request);
            http.HostPrefix("eu.");
            http.Target("/echo");
        }

        public override string ReadResponse(in ServiceResponse response) => "";
    }

    private sealed class TextOperation : Operation<string, string>
    {
        public override void WriteRequest(string request, RequestWriter http)
        {
            http.Target("/text");
            http.Body(request.Length == 0 ? null : request, "text/plain");
        }

        public override string ReadResponse(in ServiceResponse response) => "";
    }

    private sealed class Probe(byte[] content, bool canSeek) : MemoryStream(content)
    {
        public override bool CanSeek => canSeek;
    }
}
