using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class PlainHttpTests
{
    private readonly ScriptedHandler _handler = new(Answer(200));

    [Theory]
    [InlineData("http://probe.example")]
    [InlineData("http://10.0.0.1")]
    [InlineData("http://localhost.example")]
    public async Task Sensitive_members_of_an_operation_that_is_not_signed_leave_the_machine_only_encrypted(
        string endpoint
    )
    {
        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() =>
            CallAsync(ProbeClient.SecretEcho, endpoint)
        );

        Assert.Contains("AllowPlainHttp", error.Message);
        Assert.DoesNotContain("hunter2", error.ToString());
        Assert.Empty(_handler.Sent);
    }

    [Theory]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://[::1]:8080")]
    [InlineData("https://probe.example")]
    public async Task They_are_sent_to_this_machine_and_over_https(string endpoint)
    {
        await CallAsync(ProbeClient.SecretEcho, endpoint);

        Assert.Single(_handler.Sent);
    }

    [Fact]
    public async Task An_encryption_key_leaves_the_machine_only_encrypted()
    {
        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() =>
            CallAsync(ProbeClient.Unlock, "http://probe.example")
        );

        Assert.Contains("an encryption key", error.Message);
        Assert.Empty(_handler.Sent);

        await CallAsync(ProbeClient.Unlock, "http://localhost:9000");
        await CallAsync(ProbeClient.Unlock, "https://probe.example");
        await CallAsync(ProbeClient.Unlock, "http://probe.example", allows: true);

        Assert.All(_handler.Sent, static sent => Assert.Equal("hunter2", sent.Headers["X-Key"]));
    }

    [Fact]
    public async Task They_are_sent_where_the_option_allows_it()
    {
        await CallAsync(ProbeClient.SecretEcho, "http://probe.example", allows: true);
        await CallAsync(ProbeClient.TokenEcho, "http://probe.example", allows: true);

        Assert.Equal(2, _handler.Sent.Count);
        Assert.Equal("Bearer token-of-mine", _handler.Sent[1].Headers["Authorization"]);
    }

    [Fact]
    public async Task An_operation_without_sensitive_members_or_with_a_signature_goes_anywhere()
    {
        await CallAsync(ProbeClient.Echo, "http://probe.example");
        await CallAsync(ProbeClient.SignedSecretEcho, "http://probe.example");

        Assert.Equal(2, _handler.Sent.Count);
    }

    private Task<string> CallAsync(Operation<string, string> operation, string endpoint, bool allows = false) =>
        new ProbeClient(
            new HttpClient(_handler),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                Endpoint = new Uri(endpoint),
                Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
                BearerToken = static _ => ValueTask.FromResult("token-of-mine"),
                Environment = new AwsEnvironment(Path.GetTempPath()),
                AllowPlainHttp = allows,
            }
        ).InvokeAsync(operation, "hunter2", TestContext.Current.CancellationToken);
}
