using SsoOidcGen.Runtime.CompilerServices;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>Clients of services that are not AWS's.</summary>
public sealed class OwnServiceTests
{
    private static readonly ServiceDescription s_service = new()
    {
        ServiceId = "Probe",
        ApiVersion = "2026-01-01",
        Errors = ErrorFormat.Json,
        CreateException = static (in ErrorResponse _) => null,
    };

    private readonly ScriptedHandler _handler = new(Answer(200));

    [Fact]
    public void Without_an_endpoint_there_is_no_client()
    {
        ConfigurationException error = Assert.Throws<ConfigurationException>(() =>
            new ProbeClient(http: null, new ServiceClientOptions { Region = "eu-central-1" }, s_service)
        );

        Assert.Equal(
            "ProbeClient has no endpoint, and its model names none. Set the option Endpoint to the address of the service, such as https://api.example.com.",
            error.Message
        );
    }

    [Fact]
    public async Task Requests_go_to_the_endpoint()
    {
        await CallAsync(ProbeClient.Echo, new ServiceClientOptions());

        Assert.Equal("https://probe.example/v1/echo", _handler.Sent[0].Uri.ToString());
    }

    [Fact]
    public async Task Neither_variables_nor_files_of_AWS_count()
    {
        using TestHome home = new(
            config: "no config",
            variables: new()
            {
                ["AWS_BEARER_TOKEN_PROBE"] = "token",
                ["AWS_LAMBDA_FUNCTION_NAME"] = "function",
                ["_X_AMZN_TRACE_ID"] = "trace",
                ["AWS_MAX_ATTEMPTS"] = "many",
                ["AWS_PROFILE"] = "nobody",
            }
        );
        ServiceClientOptions options = new() { Environment = home.Environment };

        await CallAsync(ProbeClient.Echo, options);
        MissingCredentialsException error = await Assert.ThrowsAsync<MissingCredentialsException>(() =>
            CallAsync(ProbeClient.TokenEcho, options)
        );

        Assert.Equal("TokenEcho needs a bearer token. Set the option BearerToken.", error.Message);
        Assert.DoesNotContain("X-Amzn-Trace-Id", Assert.Single(_handler.Sent).Headers.Keys);
    }

    private Task<string> CallAsync(Operation<string, string> operation, ServiceClientOptions options)
    {
        options.Endpoint = new Uri("https://probe.example/v1");
        return new ProbeClient(new HttpClient(_handler), options, s_service).InvokeAsync(
            operation,
            "x",
            TestContext.Current.CancellationToken
        );
    }
}
