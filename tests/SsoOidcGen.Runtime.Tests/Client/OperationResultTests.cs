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

    [Fact]
    public async Task A_success_tells_request_id_attempts_and_headers()
    {
        OperationResult<string> result = await TryAsync(
            Answer(
                200,
                "{}",
                adjust: static response =>
                {
                    response.Headers.Add("x-amz-id-2", "host-1");
                    response.Headers.Add("x-amz-version-id", ["1", "2"]);
                }
            )
        );

        Assert.Equal(("request-1", "host-1", 1), (result.RequestId, result.ExtendedRequestId, result.Attempts));
        Assert.Equal("1, 2", result.GetHeader("X-Amz-Version-Id"));
        Assert.Equal("text/plain; charset=utf-8", result.GetHeader("content-type"));
        Assert.Null(result.GetHeader("x-amz-none"));
        Assert.Throws<ArgumentException>("name", () => result.GetHeader(""));
    }

    [Fact]
    public async Task A_failure_tells_them_too()
    {
        OperationResult<string> result = await TryAsync(
            Answer(400, "{}", adjust: static response => response.Headers.Add("x-amz-id-2", "host-1"))
        );

        Assert.Equal(("request-1", "host-1", 1), (result.RequestId, result.ExtendedRequestId, result.Attempts));
        Assert.Equal("request-1", result.GetHeader("x-amzn-RequestId"));
    }

    [Fact]
    public async Task No_header_repeats_a_secret_of_the_request()
    {
        OperationResult<string> result = await TryAsync(
            Answer(200, "{}", adjust: static response => response.Headers.Add("x-echo", "hunter2")),
            ProbeClient.SecretEcho,
            "hunter2"
        );

        Assert.Equal("***", result.GetHeader("x-echo"));
    }

    [Fact]
    public void A_test_makes_its_own()
    {
        using HttpResponseMessage response = new(HttpStatusCode.Accepted)
        {
            Headers = { { "x-amzn-RequestId", "made" } },
        };
        ServiceException exception = new("no") { StatusCode = HttpStatusCode.BadRequest, RequestId = "id" };

        OperationResult<string> success = OperationResult.Success("pong");
        OperationResult<string> accepted = OperationResult.Success("pong", response);
        OperationResult<string> failure = OperationResult.Failure<string>(exception);

        Assert.Equal(("pong", HttpStatusCode.OK, null, 1), Of(success));
        Assert.Equal(("pong", HttpStatusCode.Accepted, "made", 1), Of(accepted));
        Assert.Equal((null, HttpStatusCode.BadRequest, "id", 1), Of(failure));
        Assert.Same(exception, Assert.Throws<ServiceException>(failure.GetOutput));
        Assert.Null(success.GetHeader("x-amzn-RequestId"));
        Assert.Equal("made", accepted.GetHeader("x-amzn-RequestId"));
        Assert.Throws<ArgumentNullException>("exception", () => OperationResult.Failure<string>(null!));

        static (string?, HttpStatusCode?, string?, int) Of(OperationResult<string> result) =>
            (result.Output, result.StatusCode, result.RequestId, result.Attempts);
    }

    private static ValueTask<OperationResult<string>> TryAsync(
        Func<HttpRequestMessage, HttpResponseMessage> response,
        Operation<string, string>? operation = null,
        string request = "x"
    ) =>
        new ProbeClient(
            new HttpClient(new ScriptedHandler(response)),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                MaxAttempts = 1,
                Environment = new AwsEnvironment(Path.GetTempPath()),
            }
        ).TryInvokeAsync(operation ?? ProbeClient.Echo, request, TestContext.Current.CancellationToken);
}
