using System.Net;
using System.Security.Authentication;
using Microsoft.Extensions.Time.Testing;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>The whole of what a caller is told when there is no error of the service's.</summary>
public sealed class FailureMessageTests
{
    [Fact]
    public async Task A_service_that_cannot_be_reached()
    {
        ServiceException error = await FailAsync(Fail(new HttpRequestException("Connection refused")));

        Assert.IsType<ServiceUnreachableException>(error);
        Assert.Equal("Echo could not reach https://probe.eu-central-1.example: Connection refused", error.Message);
        Assert.Equal(("Echo", true, 1), (error.Operation, error.IsRetryable, error.Attempts));
        Assert.Equal("Connection refused", error.InnerException!.Message);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_one_too()
    {
        ServiceException error = await FailAsync(Fail(new IOException("Broken pipe")));

        Assert.Equal("Echo could not reach https://probe.eu-central-1.example: Broken pipe", error.Message);
    }

    [Fact]
    public async Task A_certificate_that_is_refused_is_refused_again()
    {
        ServiceException error = await FailAsync(
            Fail(new HttpRequestException("No TLS", new AuthenticationException("expired")))
        );

        Assert.Equal((false, "Echo"), (error.IsRetryable, error.Operation));
    }

    [Fact]
    public async Task What_does_not_follow_HTTP_is_not_repeated()
    {
        ServiceException error = await FailAsync(
            Fail(new HttpRequestException(HttpRequestError.InvalidResponse, "Invalid: 'hunter2'"))
        );

        Assert.Equal(
            "Echo could not reach https://probe.eu-central-1.example: The response does not follow HTTP.",
            error.Message
        );
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task Nor_is_it_in_the_middle_of_a_response()
    {
        ServiceException error = await FailAsync(
            Answer(
                200,
                adjust: static response =>
                    response.Content = new StreamContent(
                        new FailingStream(new HttpIOException(HttpRequestError.InvalidResponse, "chunk 'hunter2'"))
                    )
            )
        );

        Assert.IsType<UnreadableResponseException>(error);
        Assert.Equal("The response to Echo could not be read: The response does not follow HTTP.", error.Message);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task A_response_that_breaks_off()
    {
        ServiceException error = await FailAsync(
            Answer(
                200,
                adjust: static response =>
                    response.Content = new StreamContent(new FailingStream(new IOException("Reset by peer.")))
            )
        );

        Assert.Equal("The response to Echo could not be read: Reset by peer.", error.Message);
        Assert.Equal(
            ("Echo", HttpStatusCode.OK, "request-1", false),
            (error.Operation, error.StatusCode, error.RequestId, error.IsRetryable)
        );
        Assert.Equal("Reset by peer.", error.InnerException!.Message);
    }

    [Fact]
    public async Task A_page_of_a_gateway_is_quoted_and_content_that_broke_is_not()
    {
        Assert.Equal(
            "The response to Echo could not be read: Expected JSON at byte 2. It begins: <html>busy</html>",
            (await FailAsync(Answer(200, " \n<html>busy</html> "))).Message
        );
        Assert.Equal(
            "The response to Echo could not be read: Expected StartObject but found StartArray at byte 0.",
            (await FailAsync(Answer(200, "[]"))).Message
        );
        Assert.Equal(
            "The response to SecretEcho could not be read: Expected JSON at byte 0.",
            (await FailAsync(ProbeClient.SecretEcho, Answer(200, "<html>"))).Message
        );
    }

    [Fact]
    public async Task A_response_that_is_too_large()
    {
        ServiceException error = await FailAsync(
            ProbeClient.Echo,
            Answer(200, """{"text":"0123456789"}"""),
            static options => options.MaxResponseBytes = 20
        );

        Assert.Equal(
            "The response to Echo is larger than 20 bytes, the limit that the option MaxResponseBytes sets. The call took effect; raise the limit to read such responses.",
            error.Message
        );
        Assert.Equal(("Echo", HttpStatusCode.OK, "request-1"), (error.Operation, error.StatusCode, error.RequestId));
    }

    [Fact]
    public async Task An_error_that_is_too_large_has_its_status()
    {
        ServiceException error = await FailAsync(Answer(400, new string('x', (1024 * 1024) + 1)));

        Assert.Equal(
            "The service responded with 400 Bad Request with a body that could not be read. It is larger than 1048576 bytes.",
            error.Message
        );
        Assert.Equal(("400", HttpStatusCode.BadRequest), (error.ErrorCode, error.StatusCode));
        Assert.StartsWith(
            "The service responded with 400 Bad Request with a body that is not a JSON object: xxx",
            (await FailAsync(Answer(400, new string('x', 1024 * 1024)))).Message
        );
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        ServiceException error = await FailAsync(static request =>
        {
            request.RequestUri = new Uri("https://user@other.example:8443/x?y");
            return new HttpResponseMessage();
        });

        Assert.Equal(
            "Echo was redirected to https://user@other.example:8443. Requests hold secrets and are not sent on; correct the endpoint.",
            error.Message
        );
        Assert.Equal(("Echo", false), (error.Operation, error.IsRetryable));
    }

    [Fact]
    public async Task A_method_that_changed_is_a_redirect_too()
    {
        ServiceException error = await FailAsync(static request =>
        {
            request.Method = HttpMethod.Get;
            return new HttpResponseMessage();
        });

        Assert.StartsWith("Echo was redirected to https://probe.eu-central-1.example.", error.Message);
    }

    [Fact]
    public async Task A_handler_that_gives_up()
    {
        ServiceException error = await FailAsync(Fail(new OperationCanceledException("mine")));

        Assert.IsType<ServiceTimeoutException>(error);
        Assert.Equal(
            "Echo to https://probe.eu-central-1.example was canceled by its HTTP handler before a response arrived.",
            error.Message
        );
        Assert.Equal(("Echo", true), (error.Operation, error.IsRetryable));
    }

    [Fact]
    public async Task An_attempt_that_takes_too_long()
    {
        FakeTimeProvider time = new();
        using HangingHandler handler = new();
        ValueTask<OperationResult<string>> call = CallAsync(
            ProbeClient.Echo,
            handler,
            options =>
            {
                options.TimeProvider = time;
                options.AttemptTimeout = TimeSpan.FromMilliseconds(1500);
            }
        );
        await handler.Started;

        time.Advance(TimeSpan.FromMilliseconds(1499));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        ServiceException error = (await call).Exception!;
        Assert.Equal(
            "Echo got no response from https://probe.eu-central-1.example within 1.5 s (AttemptTimeout).",
            error.Message
        );
        Assert.Equal("Echo", error.Operation);
    }

    [Fact]
    public async Task A_call_that_takes_too_long_tells_what_had_failed_before()
    {
        FakeTimeProvider time = new();
        using HangingHandler handler = new();
        ValueTask<OperationResult<string>> call = CallAsync(
            ProbeClient.Echo,
            handler,
            options =>
            {
                options.TimeProvider = time;
                options.MaxAttempts = 3;
                options.AttemptTimeout = TimeSpan.FromSeconds(1);
                options.CallTimeout = TimeSpan.FromSeconds(1.5);
            }
        );
        await handler.Started;
        while (!call.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }

        ServiceException error = (await call).Exception!;
        Assert.StartsWith("Echo did not complete within 1.5 s (CallTimeout). Before, 1 of ", error.Message);
        Assert.EndsWith(" attempts had failed; the inner exception is the last of these failures.", error.Message);
        Assert.Equal("Echo", error.Operation);
        Assert.IsType<ServiceTimeoutException>(error.InnerException);
    }

    [Fact]
    public async Task A_name_that_no_model_has_is_told_by_the_status()
    {
        ServiceException error = await FailAsync(
            new EchoOperation
            {
                Name = "Head",
                Method = HttpMethod.Head,
                NotFoundCode = "NoSuchThing",
            },
            Answer(404)
        );

        Assert.Equal("NoSuchThing", error.ErrorCode);
        Assert.Equal(
            "Other",
            (
                await FailAsync(
                    new EchoOperation
                    {
                        Name = "Head",
                        Method = HttpMethod.Head,
                        NotFoundCode = "NoSuchThing",
                    },
                    Answer(404, "{}", "Other")
                )
            ).ErrorCode
        );
    }

    private static Task<ServiceException> FailAsync(Func<HttpRequestMessage, HttpResponseMessage> response) =>
        FailAsync(ProbeClient.Echo, response);

    private static async Task<ServiceException> FailAsync(
        Operation<string, string> operation,
        Func<HttpRequestMessage, HttpResponseMessage> response,
        Action<ServiceClientOptions>? configure = null
    ) =>
        Assert.IsAssignableFrom<ServiceException>(
            (await CallAsync(operation, new ScriptedHandler(response), configure)).Exception
        );

    private static ValueTask<OperationResult<string>> CallAsync(
        Operation<string, string> operation,
        HttpMessageHandler handler,
        Action<ServiceClientOptions>? configure
    )
    {
        ServiceClientOptions options = new()
        {
            Region = "eu-central-1",
            MaxAttempts = 1,
            Environment = new AwsEnvironment(Path.GetTempPath()),
        };
        configure?.Invoke(options);
        return new ProbeClient(new HttpClient(handler), options).TryInvokeAsync(
            operation,
            "x",
            TestContext.Current.CancellationToken
        );
    }

    private sealed class FailingStream(Exception exception) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw exception;
    }
}
