using System.Net;
using System.Text;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class BasicAuthTests
{
    private readonly ScriptedHandler _handler = new(Answer(200));
    private readonly ServiceClientOptions _options = new()
    {
        Endpoint = new Uri("https://probe.example"),
        Environment = new AwsEnvironment(Path.GetTempPath()),
    };

    /// <summary>The first is from RFC 7617 §2, the second from §2.1.</summary>
    [Theory]
    [InlineData("Aladdin", "open sesame", "QWxhZGRpbjpvcGVuIHNlc2FtZQ==")]
    [InlineData("test", "123£", "dGVzdDoxMjPCow==")]
    [InlineData("user", "with:colon", "dXNlcjp3aXRoOmNvbG9u")]
    [InlineData("", "", "Og==")]
    public async Task User_name_and_password_travel_as_base64(string user, string password, string encoded)
    {
        await CallAsync(user, password);

        Assert.Equal("Basic " + encoded, _handler.Sent[0].Headers["Authorization"]);
    }

    [Fact]
    public async Task A_user_name_with_a_colon_is_refused()
    {
        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() =>
            CallAsync("a:b", "secret")
        );

        Assert.Contains("colon", error.Message);
        Assert.Empty(_handler.Sent);
    }

    [Fact]
    public async Task A_missing_password_is_named_before_anything_is_sent()
    {
        MissingCredentialsException error = await Assert.ThrowsAsync<MissingCredentialsException>(() => CallAsync());

        Assert.Equal("Echo needs a user name and a password. Set the option BasicCredentials.", error.Message);
        Assert.Empty(_handler.Sent);
    }

    [Fact]
    public async Task A_password_leaves_the_machine_only_encrypted()
    {
        _options.Endpoint = new Uri("http://probe.example");

        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() =>
            CallAsync("alice", "hunter22")
        );

        Assert.Contains("its password", error.Message);
        Assert.DoesNotContain("hunter22", error.ToString());
        Assert.Empty(_handler.Sent);
    }

    [Fact]
    public async Task No_error_repeats_a_password_in_any_form()
    {
        string header = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("alice:hunter22"));
        ScriptedHandler handler = new(Answer(401, $$"""{"message":"{{header}} of alice:hunter22"}"""));

        ServiceException error = await Assert.ThrowsAsync<ServiceException>(() =>
            CallAsync("alice", "hunter22", handler)
        );

        Assert.Equal("Basic *** of alice:***", error.Message);
    }

    private Task<string> CallAsync(string user, string password, ScriptedHandler? handler = null)
    {
        _options.BasicCredentials = _ => ValueTask.FromResult(new NetworkCredential(user, password));
        return CallAsync(handler);
    }

    private Task<string> CallAsync(ScriptedHandler? handler = null) =>
        new ProbeClient(new HttpClient(handler ?? _handler), _options).InvokeAsync(
            new EchoOperation
            {
                Name = "Echo",
                Method = HttpMethod.Post,
                Auth = AuthScheme.Basic,
            },
            "x",
            TestContext.Current.CancellationToken
        );
}
