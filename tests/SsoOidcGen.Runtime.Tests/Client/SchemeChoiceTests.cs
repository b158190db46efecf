using System.Net;
using Microsoft.Extensions.Time.Testing;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>Of several schemes the first is used that the client is configured for.</summary>
public sealed class SchemeChoiceTests
{
    private static readonly AuthScheme s_key = AuthScheme.ApiKeyInHeader("X-Api-Key");

    private readonly ScriptedHandler _handler = new(Answer(200));
    private readonly ServiceClientOptions _options = new()
    {
        Endpoint = new Uri("https://probe.example"),
        Region = "eu-central-1",
        Environment = new AwsEnvironment(Path.GetTempPath()),
    };

    [Theory]
    [InlineData(true, true, "key")]
    [InlineData(true, false, "key")]
    [InlineData(false, true, "Basic dTpwYXNz")]
    public async Task The_order_of_the_service_counts(bool hasKey, bool hasPassword, string sent)
    {
        _options.ApiKey = hasKey ? static _ => ValueTask.FromResult("key") : null;
        _options.BasicCredentials = hasPassword
            ? static _ => ValueTask.FromResult(new NetworkCredential("u", "pass"))
            : null;

        await CallAsync(AuthScheme.FirstOf(s_key, AuthScheme.Basic));

        IReadOnlyDictionary<string, string> headers = _handler.Sent[0].Headers;
        Assert.Equal(sent, headers.GetValueOrDefault("X-Api-Key") ?? headers.GetValueOrDefault("Authorization"));
        Assert.False(headers.ContainsKey("X-Api-Key") && headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Where_the_client_has_nothing_the_first_says_what_is_missing()
    {
        MissingCredentialsException error = await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            CallAsync(AuthScheme.FirstOf(s_key, AuthScheme.Basic))
        );

        Assert.Contains("ApiKey", error.Message);
    }

    [Fact]
    public async Task Where_authentication_is_optional_a_client_without_secrets_is_anonymous()
    {
        await CallAsync(AuthScheme.FirstOf(s_key, AuthScheme.Anonymous));

        Assert.DoesNotContain("X-Api-Key", _handler.Sent[0].Headers.Keys);
    }

    [Fact]
    public async Task An_anonymous_call_with_sensitive_members_leaves_the_machine_only_encrypted()
    {
        _options.Endpoint = new Uri("http://probe.example");

        await Assert.ThrowsAsync<ConfigurationException>(() =>
            CallAsync(AuthScheme.FirstOf(s_key, AuthScheme.Anonymous), isSensitive: true)
        );
        await CallAsync(AuthScheme.FirstOf(s_key, AuthScheme.Anonymous));

        Assert.Single(_handler.Sent);
    }

    [Fact]
    public async Task No_error_repeats_the_secret_of_the_scheme_that_was_used()
    {
        _options.ApiKey = static _ => ValueTask.FromResult("key-of-mine");
        ScriptedHandler handler = new(Answer(403, """{"message":"bad key-of-mine"}"""));

        ServiceException error = await Assert.ThrowsAsync<ServiceException>(() =>
            CallAsync(AuthScheme.FirstOf(AuthScheme.Basic, s_key, AuthScheme.SigV4), handler: handler)
        );

        Assert.Equal("bad ***", error.Message);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task A_clock_is_corrected_where_one_of_the_schemes_relies_on_it(bool isSigned, int attempts)
    {
        FakeTimeProvider time = new();
        _options.TimeProvider = time;
        _options.ApiKey = static _ => ValueTask.FromResult("key");
        _options.Credentials = new AwsCredentials("AKID", "secret");
        ScriptedHandler handler = new(
            Answer(
                403,
                "{}",
                "RequestTimeTooSkewed",
                response => response.Headers.Date = time.GetUtcNow() + TimeSpan.FromHours(1)
            )
        );
        _options.MaxAttempts = 2;
        AuthScheme scheme = isSigned ? AuthScheme.FirstOf(AuthScheme.SigV4, s_key) : AuthScheme.FirstOf(s_key);

        Task<string> call = CallAsync(scheme, handler: handler);
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await Assert.ThrowsAsync<ServiceException>(() => call);
        Assert.Equal(attempts, handler.Sent.Count);
    }

    [Fact]
    public async Task The_scheme_that_is_chosen_presigns()
    {
        _options.Credentials = new AwsCredentials("AKID", "secret");
        EchoOperation operation = new()
        {
            Name = "Echo",
            Method = HttpMethod.Post,
            Auth = AuthScheme.FirstOf(s_key, AuthScheme.SigV4),
        };
        ProbeClient client = new(new HttpClient(_handler), _options);

        PresignedRequest request = await client.PresignAsync(operation, "x", TimeSpan.FromMinutes(1));
        Assert.Contains("X-Amz-Signature=", request.Url.Query);
        Assert.StartsWith("POST https://probe.example/echo until ", request.ToString());

        _options.ApiKey = static _ => ValueTask.FromResult("key");
        await Assert.ThrowsAsync<NotSupportedException>(async () =>
            await new ProbeClient(new HttpClient(_handler), _options).PresignAsync(
                operation,
                "x",
                TimeSpan.FromMinutes(1)
            )
        );
    }

    private Task<string> CallAsync(AuthScheme scheme, bool isSensitive = false, ScriptedHandler? handler = null) =>
        new ProbeClient(new HttpClient(handler ?? _handler), _options).InvokeAsync(
            new EchoOperation
            {
                Name = "Echo",
                Method = HttpMethod.Post,
                Auth = scheme,
                IsSensitive = isSensitive,
            },
            "x",
            TestContext.Current.CancellationToken
        );
}
