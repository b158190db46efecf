using SsoOidcGen.Testing;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class ApiKeyTests
{
    private const string Key = "key/of+mine?&=";
    private const string Encoded = "key%2Fof%2Bmine%3F%26%3D";

    private readonly ScriptedHandler _handler = new(Answer(200));
    private readonly ServiceClientOptions _options = new()
    {
        Endpoint = new Uri("https://probe.example"),
        ApiKey = static _ => ValueTask.FromResult(Key),
        TimeProvider = new HastyTime(DateTimeOffset.UnixEpoch),
        Environment = new AwsEnvironment(Path.GetTempPath()),
    };

    public static TheoryData<AuthScheme> Schemes =>
        [
            AuthScheme.ApiKeyInHeader("X-Api-Key"),
            AuthScheme.ApiKeyInHeader("Authorization", "ApiKey"),
            AuthScheme.ApiKeyInQuery("api key"),
        ];

    [Fact]
    public async Task A_key_travels_in_a_header()
    {
        await CallAsync(AuthScheme.ApiKeyInHeader("X-Api-Key"));

        Assert.Equal(Key, _handler.Sent[0].Headers["X-Api-Key"]);
        Assert.DoesNotContain("Authorization", _handler.Sent[0].Headers.Keys);
    }

    [Fact]
    public async Task A_scheme_goes_before_it()
    {
        await CallAsync(AuthScheme.ApiKeyInHeader("Authorization", "ApiKey"));

        Assert.Equal($"ApiKey {Key}", _handler.Sent[0].Headers["Authorization"]);
    }

    [Theory]
    [InlineData("/things", "/things?api%20key=" + Encoded)]
    [InlineData("/things?a=%2F", "/things?a=%2F&api%20key=" + Encoded)]
    [InlineData("/a%2Fb/../c", "/a%2Fb/../c?api%20key=" + Encoded)]
    public async Task A_key_travels_at_the_end_of_the_query(string target, string sent)
    {
        await CallAsync(AuthScheme.ApiKeyInQuery("api key"), target);

        Assert.Equal(sent, _handler.Sent[0].Uri.PathAndQuery);
    }

    [Fact]
    public async Task A_request_with_a_body_has_its_key_in_the_query_too()
    {
        await new ProbeClient(new HttpClient(_handler), _options).InvokeAsync(
            new EchoOperation
            {
                Name = "Post",
                Method = HttpMethod.Post,
                Auth = AuthScheme.ApiKeyInQuery("key"),
            },
            "x",
            TestContext.Current.CancellationToken
        );

        SentRequest sent = Assert.Single(_handler.Sent);
        Assert.Equal(("/echo?key=" + Encoded, """{"text":"x"}"""), (sent.Uri.PathAndQuery, sent.Body));
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Each_attempt_asks_for_the_key(AuthScheme scheme)
    {
        ScriptedHandler handler = new(Answer(503), Answer(200));
        int asked = 0;
        _options.ApiKey = _ => ValueTask.FromResult($"key-{++asked}");

        await CallAsync(scheme, handler: handler);

        Assert.Equal(2, asked);
        Assert.All(
            handler.Sent,
            (sent, i) => Assert.Contains($"key-{i + 1}", string.Join(' ', [sent.Uri.Query, .. sent.Headers.Values]))
        );
        Assert.DoesNotContain(
            "key-1",
            string.Join(' ', [handler.Sent[1].Uri.Query, .. handler.Sent[1].Headers.Values])
        );
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_missing_key_is_named_before_anything_is_sent(AuthScheme scheme)
    {
        _options.ApiKey = null;

        MissingCredentialsException error = await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            CallAsync(scheme)
        );

        Assert.Equal("Get needs an API key. Set the option ApiKey.", error.Message);
        Assert.Empty(_handler.Sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two\r\nlines")]
    [InlineData("schlüssel")]
    public async Task A_key_that_no_header_can_carry_is_refused_and_not_repeated(string key)
    {
        _options.ApiKey = _ => ValueTask.FromResult(key);

        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() =>
            CallAsync(AuthScheme.ApiKeyInHeader("X-Api-Key"))
        );

        Assert.Contains("X-Api-Key", error.Message);
        Assert.DoesNotContain("lines", error.ToString());
        Assert.DoesNotContain("schlüssel", error.ToString());
        Assert.Empty(_handler.Sent);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task A_key_leaves_the_machine_only_encrypted(AuthScheme scheme)
    {
        _options.Endpoint = new Uri("http://probe.example");

        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() => CallAsync(scheme));

        Assert.Contains("would send its API key to probe.example unencrypted", error.Message);
        Assert.Empty(_handler.Sent);
    }

    [Theory]
    [InlineData("http://localhost:8080", false)]
    [InlineData("http://[::1]", false)]
    [InlineData("http://probe.example", true)]
    public async Task It_is_sent_to_this_machine_and_where_the_option_allows_it(string endpoint, bool allows)
    {
        _options.Endpoint = new Uri(endpoint);
        _options.AllowPlainHttp = allows;

        await CallAsync(AuthScheme.ApiKeyInQuery("key"));

        Assert.Single(_handler.Sent);
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task No_error_repeats_a_key(AuthScheme scheme)
    {
        ScriptedHandler handler = new(Answer(403, $$"""{"message":"bad {{Key}} in ?api%20key={{Encoded}}"}"""));

        ServiceException error = await Assert.ThrowsAsync<ServiceException>(() => CallAsync(scheme, handler: handler));

        Assert.Equal("bad *** in ?api%20key=***", error.Message);
    }

    private Task<string> CallAsync(AuthScheme scheme, string target = "/things", ScriptedHandler? handler = null) =>
        new ProbeClient(new HttpClient(handler ?? _handler), _options).InvokeAsync(
            new GetOperation(target)
            {
                Name = "Get",
                Method = HttpMethod.Get,
                Auth = scheme,
            },
            "",
            TestContext.Current.CancellationToken
        );
}
