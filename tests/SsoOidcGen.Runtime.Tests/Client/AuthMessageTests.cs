using System.Net;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>What a caller is told who has nothing to authenticate with, or would send it in the clear.</summary>
public sealed class AuthMessageTests
{
    private static readonly Dictionary<string, AuthScheme> s_schemes = new()
    {
        ["bearer"] = AuthScheme.Bearer,
        ["basic"] = AuthScheme.Basic,
        ["header"] = AuthScheme.ApiKeyInHeader("X-Api-Key"),
        ["query"] = AuthScheme.ApiKeyInQuery("key"),
        ["anonymous"] = AuthScheme.Anonymous,
        ["sigv4"] = AuthScheme.SigV4,
    };

    private readonly ScriptedHandler _handler = new(Answer(200));

    [Theory]
    [InlineData(
        "bearer",
        "Call needs a bearer token. Set the option BearerToken or the environment variable AWS_BEARER_TOKEN_MY_OWN_PROBE."
    )]
    [InlineData("basic", "Call needs a user name and a password. Set the option BasicCredentials.")]
    [InlineData("header", "Call needs an API key. Set the option ApiKey.")]
    [InlineData("query", "Call needs an API key. Set the option ApiKey.")]
    [InlineData(
        "sigv4",
        "The operation has to be signed, and says nothing of where to look for credentials. Set the Credentials option."
    )]
    public async Task What_is_missing_is_named_with_its_option(string scheme, string expected)
    {
        MissingCredentialsException error = await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            CallAsync(scheme, new ServiceClientOptions(), "https://probe.example")
        );

        Assert.Equal(expected, error.Message);
    }

    [Fact]
    public async Task A_service_that_is_not_of_AWS_has_no_variable()
    {
        MissingCredentialsException error = await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            CallAsync("bearer", new ServiceClientOptions(), "https://probe.example", signingName: null)
        );

        Assert.Equal("Call needs a bearer token. Set the option BearerToken.", error.Message);
    }

    [Theory]
    [InlineData("bearer", "its bearer token")]
    [InlineData("basic", "its password")]
    [InlineData("header", "its API key")]
    [InlineData("query", "its API key")]
    [InlineData("anonymous", "sensitive members")]
    public async Task What_would_travel_in_the_clear_is_named(string scheme, string secret)
    {
        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() =>
            CallAsync(scheme, Secrets(), "http://probe.example")
        );

        Assert.Equal(
            $"Call would send {secret} to probe.example unencrypted. Use an https endpoint, or set the option AllowPlainHttp.",
            error.Message
        );
        Assert.Empty(_handler.Sent);
        ServiceClientOptions allowed = Secrets();
        allowed.AllowPlainHttp = true;
        await CallAsync(scheme, allowed, "http://probe.example");
        await CallAsync(scheme, Secrets(), "http://localhost:1");
        Assert.Equal(2, _handler.Sent.Count);
    }

    [Fact]
    public async Task Sensitive_members_need_no_scheme_to_be_protected()
    {
        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() =>
            CallAsync(scheme: null, Secrets(), "http://probe.example")
        );

        Assert.StartsWith("Call would send sensitive members to probe.example", error.Message);
    }

    [Fact]
    public async Task An_encryption_key_is_protected_too()
    {
        ServiceClientOptions options = Secrets();
        options.Endpoint = new Uri("http://probe.example");
        options.Region = "eu-central-1";

        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() =>
            new ProbeClient(new HttpClient(_handler), options).InvokeAsync(
                ProbeClient.Unlock,
                "a2V5",
                TestContext.Current.CancellationToken
            )
        );

        Assert.StartsWith("Unlock would send an encryption key to probe.example unencrypted.", error.Message);
    }

    [Theory]
    [InlineData(
        "bearer",
        "The option BearerToken gave a secret that the header Authorization cannot carry: it is empty, or has a line break or a character beyond ASCII."
    )]
    [InlineData(
        "header",
        "The option ApiKey gave a secret that the header X-Api-Key cannot carry: it is empty, or has a line break or a character beyond ASCII."
    )]
    [InlineData("query", "The option ApiKey gave an empty key.")]
    public async Task A_secret_that_is_empty_is_refused(string scheme, string expected)
    {
        ServiceClientOptions options = Secrets();
        options.ApiKey = static _ => ValueTask.FromResult("");
        options.BearerToken = static _ => ValueTask.FromResult("");

        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() =>
            CallAsync(scheme, options, "https://probe.example")
        );

        Assert.StartsWith(expected, error.Message);
    }

    [Fact]
    public async Task Given_credentials_are_told_by_a_letter()
    {
        await CallAsync("sigv4", Secrets(), "https://probe.example");
        await CallAsync(scheme: null, Secrets(), "https://probe.example");

        Assert.Contains(" m/E,N,e cfg/retry-mode#standard", _handler.Sent[0].Headers["User-Agent"]);
        Assert.Contains(" m/E,N cfg/retry-mode#standard", _handler.Sent[1].Headers["User-Agent"]);
    }

    private static ServiceClientOptions Secrets() =>
        new()
        {
            ApiKey = static _ => ValueTask.FromResult("key"),
            BearerToken = static _ => ValueTask.FromResult("token"),
            BasicCredentials = static _ => ValueTask.FromResult(new NetworkCredential("u", "password")),
            Credentials = new AwsCredentials("AKID", "secret"),
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };

    private Task<string> CallAsync(
        string? scheme,
        ServiceClientOptions options,
        string endpoint,
        string? signingName = "my-own probe"
    )
    {
        options.Endpoint = new Uri(endpoint);
        options.Region = "eu-central-1";
        options.Environment = new AwsEnvironment(Path.GetTempPath());
        SsoOidcGen.Runtime.CompilerServices.ServiceDescription probe = ProbeClient.Service;
        return new ProbeClient(
            new HttpClient(_handler),
            options,
            new()
            {
                ServiceId = probe.ServiceId,
                ApiVersion = probe.ApiVersion,
                SigningName = signingName,
                Errors = probe.Errors,
                CreateException = probe.CreateException,
            }
        ).InvokeAsync(
            new EchoOperation
            {
                Name = "Call",
                Method = HttpMethod.Post,
                Auth = scheme is null ? null : s_schemes[scheme],
                IsSensitive = scheme is null or "anonymous",
            },
            "x",
            TestContext.Current.CancellationToken
        );
    }
}
