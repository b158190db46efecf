using System.Net;
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
