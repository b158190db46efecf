using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class BearerTokenTests
{
    private static readonly Dictionary<string, string> TokenVariable = new()
    {
        ["AWS_BEARER_TOKEN_PROBE"] = "from-env",
    };

    private readonly ScriptedHandler _handler = new(Answer(200));

    [Fact]
    public async Task The_token_of_the_options_wins_over_the_environment()
    {
        ServiceClientOptions options = Options(TokenVariable);
        options.BearerToken = static _ => ValueTask.FromResult("from-options");

        await CallAsync(ProbeClient.TokenEcho, options);

        Assert.Equal("Bearer from-options", _handler.Sent[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task The_environment_holds_a_token_under_the_signing_name()
    {
        await CallAsync(ProbeClient.TokenEcho, Options(TokenVariable));

        Assert.Equal("Bearer from-env", _handler.Sent[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_missing_token_is_named_before_anything_is_sent()
    {
        MissingCredentialsException error = await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            CallAsync(ProbeClient.TokenEcho, Options())
        );

        Assert.Contains("AWS_BEARER_TOKEN_PROBE", error.Message);
        Assert.Empty(_handler.Sent);
    }

    [Fact]
    public async Task A_token_takes_the_place_of_a_signature_where_both_are_accepted()
    {
        await CallAsync(ProbeClient.TokenOrSignedEcho, Options(TokenVariable));

        Assert.Equal("Bearer from-env", _handler.Sent[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task Without_a_token_such_an_operation_is_signed()
    {
        await CallAsync(ProbeClient.TokenOrSignedEcho, Options());

        Assert.StartsWith("AWS4-HMAC-SHA256 ", _handler.Sent[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_token_does_not_replace_the_signature_of_an_operation_that_takes_none()
    {
        await CallAsync(ProbeClient.SignedEcho, Options(TokenVariable));

        Assert.StartsWith("AWS4-HMAC-SHA256 ", _handler.Sent[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_token_leaves_the_machine_only_encrypted()
    {
        ServiceClientOptions options = Options(TokenVariable);
        options.Endpoint = new Uri("http://probe.example");

        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() =>
            CallAsync(ProbeClient.TokenEcho, options)
        );

        Assert.DoesNotContain("from-env", error.ToString());
        Assert.Empty(_handler.Sent);
    }

    private static ServiceClientOptions Options(IReadOnlyDictionary<string, string>? variables = null) =>
        new()
        {
            Region = "eu-central-1",
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            Environment = new AwsEnvironment(Path.GetTempPath(), variables),
        };

    private Task<string> CallAsync(Operation<string, string> operation, ServiceClientOptions options) =>
        new ProbeClient(new HttpClient(_handler), options).InvokeAsync(
            operation,
            "x",
            TestContext.Current.CancellationToken
        );
}
