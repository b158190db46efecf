using System.Net;
using Microsoft.Extensions.Time.Testing;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>Which responses are errors.</summary>
public sealed class ResponseStatusTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(101, false)]
    [InlineData(199, false)]
    [InlineData(200, true)]
    [InlineData(299, true)]
    [InlineData(300, false)]
    [InlineData(404, false)]
    public async Task Success_is_from_200_to_299(int status, bool isSuccess)
    {
        OperationResult<string> result = await TryAsync(ProbeClient.Echo, Answer(status, """{"text":"y"}"""));

        Assert.Equal((isSuccess, (HttpStatusCode)status), (result.IsSuccess, result.StatusCode));
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"text":""", false)]
    public async Task A_success_that_holds_an_error_is_an_error_of_the_server_and_tried_again(string body, bool isFound)
    {
        EchoOperation operation = new()
        {
            Name = "Complete",
            Method = HttpMethod.Post,
            IsErrorBody = found => isFound && found.SequenceEqual("{}"u8),
        };
        ScriptedHandler handler = new(Answer(200, body), Answer(200, """{"text":"y"}"""));

        OperationResult<string> second = await TryAsync(operation, handler, maxAttempts: 2);
        Assert.Equal(("y", 2), (second.Output, second.Attempts));

        OperationResult<string> failed = await TryAsync(operation, Answer(200, body));
        Assert.Equal((HttpStatusCode.InternalServerError, true), (failed.StatusCode, failed.Exception!.IsRetryable));
        Assert.Equal(HttpStatusCode.InternalServerError, failed.Exception.StatusCode);
    }

    [Fact]
    public async Task Without_such_a_test_a_success_that_breaks_off_is_not_tried_again()
    {
        ScriptedHandler handler = new(Answer(200, """{"text":"""));

        OperationResult<string> result = await TryAsync(ProbeClient.Echo, handler, maxAttempts: 2);

        Assert.Single(handler.Sent);
        Assert.Equal(HttpStatusCode.OK, result.StatusCode);
    }

    [Theory]
    [InlineData("Other", "ThrottlingException;Sender", true)]
    [InlineData("ThrottlingException", "Other;Sender", true)]
    [InlineData("Other", "Another;Sender", false)]
    public async Task Throttling_is_known_by_either_of_its_codes(string type, string query, bool isThrottling)
    {
        OperationResult<string> result = await TryAsync(
            ProbeClient.Echo,
            Answer(400, "{}", type, response => response.Headers.Add("x-amzn-query-error", query))
        );

        Assert.Equal((isThrottling, isThrottling), (result.Exception!.IsThrottling, result.Exception.IsRetryable));
    }

    [Fact]
    public async Task An_error_of_the_model_is_found_by_either_of_its_codes()
    {
        OperationResult<string> result = await TryAsync(
            ProbeClient.Echo,
            Answer(400, "{}", "Other", response => response.Headers.Add("x-amzn-query-error", "Broken;Sender"))
        );

        Assert.Equal("Broken", Assert.IsType<BrokenException>(result.Exception).ErrorCode);
    }

    [Fact]
    public async Task An_error_whose_member_is_of_another_type_is_still_that_error()
    {
        OperationResult<string> result = await TryAsync(
            ProbeClient.Echo,
            Answer(400, """{"message":"m","detail":7}""", "Broken")
        );

        Assert.Equal(
            (typeof(ServiceException), "Broken", "m"),
            (result.Exception!.GetType(), result.Exception.ErrorCode, result.Exception.Message)
        );
    }

    private ValueTask<OperationResult<string>> TryAsync(
        Operation<string, string> operation,
        Func<HttpRequestMessage, HttpResponseMessage> response
    ) => TryAsync(operation, new ScriptedHandler(response), maxAttempts: 1);

    private async ValueTask<OperationResult<string>> TryAsync(
        Operation<string, string> operation,
        ScriptedHandler handler,
        int maxAttempts
    )
    {
        Task<OperationResult<string>> call = new ProbeClient(
            new HttpClient(handler),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                MaxAttempts = maxAttempts,
                TimeProvider = _time,
                Environment = new AwsEnvironment(Path.GetTempPath()),
            }
        ).TryInvokeAsync(operation, "x", TestContext.Current.CancellationToken).AsTask();
        while (!call.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        return await call;
    }
}
