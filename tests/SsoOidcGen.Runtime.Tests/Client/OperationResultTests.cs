using System.Net;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class OperationResultTests
{
    [Theory]
    [InlineData(200, true)]
    [InlineData(202, true)]
    [InlineData(400, false)]
    public async Task It_has_the_status_of_the_response(int status, bool isSuccess)
    {
        OperationResult<string> result = await TryAsync(Answer(status, """{"text":"pong"}"""));

        Assert.Equal((HttpStatusCode)status, result.StatusCode);
        Assert.Equal(isSuccess, result.IsSuccess);
        Assert.Equal(isSuccess ? "pong" : null, result.Output);
        Assert.Equal(isSuccess, result.Exception is null);
    }

    [Fact]
    public async Task Without_a_response_there_is_no_status()
    {
        OperationResult<string> result = await TryAsync(Fail(new HttpRequestException("refused")));

        Assert.Null(result.StatusCode);
        Assert.IsType<ServiceUnreachableException>(result.Exception);
    }

    [Fact]
    public async Task A_success_has_an_output_to_take() =>
        Assert.Equal("pong", (await TryAsync(Answer(200, """{"text":"pong"}"""))).GetOutput());

    private static ValueTask<OperationResult<string>> TryAsync(
        Func<HttpRequestMessage, HttpResponseMessage> response
    ) =>
        new ProbeClient(
            new HttpClient(new ScriptedHandler(response)),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                MaxAttempts = 1,
                Environment = new AwsEnvironment(Path.GetTempPath()),
            }
        ).TryInvokeAsync(ProbeClient.Echo, "x", TestContext.Current.CancellationToken);
}
