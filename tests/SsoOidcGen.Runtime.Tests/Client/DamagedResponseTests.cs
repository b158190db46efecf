using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

public sealed class DamagedResponseTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task An_error_whose_body_never_comes_keeps_its_type_and_is_retried()
    {
        await using HangingStream first = new();
        await using HangingStream second = new();
        ScriptedHandler handler = new(
            Answer(503, errorType: "Broken", adjust: response => response.Content = new StreamContent(first)),
            Answer(503, errorType: "Broken", adjust: response => response.Content = new StreamContent(second))
        );
        Task<string> call = CallAsync(handler, maxAttempts: 2);
        await first.Started;
        _time.Advance(TimeSpan.FromSeconds(60));
        while (!second.Started.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        _time.Advance(TimeSpan.FromSeconds(60));

        BrokenException error = await Assert.ThrowsAsync<BrokenException>(() => call);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 2), (error.StatusCode, error.Attempts));
        Assert.Contains("longer than 60 s", error.Message);
    }

    [Fact]
    public async Task An_error_that_breaks_off_keeps_what_came_before()
    {
        ScriptedHandler handler = new(
            Answer(
                400,
                adjust: static response =>
                    response.Content = new StreamContent(
                        new BreakingStream("""{"__type":"Broken","message":"no","x":""")
                    )
            )
        );

        BrokenException error = await Assert.ThrowsAsync<BrokenException>(() => CallAsync(handler));

        Assert.Equal("no", error.Message);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task A_byte_order_mark_is_no_part_of_the_text(int status)
    {
        ScriptedHandler handler = new(Answer(status, "\uFEFF{\"text\":\"pong\",\"message\":\"no\"}"));

        OperationResult<string> result = await Client(handler)
            .TryInvokeAsync(ProbeClient.Echo, "x", TestContext.Current.CancellationToken);

        Assert.Equal(status == 200 ? "pong" : "no", result.Output ?? result.Exception?.Message);
    }

    [Theory]
    [InlineData(101)]
    [InlineData(103)]
    public async Task An_interim_status_is_no_success_and_what_follows_is_not_read(int status)
    {
        await using HangingStream body = new();
        ScriptedHandler handler = new(Answer(status, adjust: response => response.Content = new StreamContent(body)));

        ServiceException error = await Assert.ThrowsAsync<ServiceException>(() => CallAsync(handler));

        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.False(body.Started.IsCompleted);
        Assert.Single(handler.Sent);
    }

    [Theory]
    [InlineData("POST", "https://elsewhere.example/echo")]
    [InlineData("GET", "https://probe.eu-central-1.example/echo")]
    public async Task A_response_to_another_request_is_refused(string method, string address)
    {
        ScriptedHandler handler = new(request =>
        {
            request.Method = new HttpMethod(method);
            request.RequestUri = new Uri(address);
            return new HttpResponseMessage
            {
                Content = new StringContent("""{"text":"forged"}"""),
                RequestMessage = request,
            };
        });

        ServiceException error = await Assert.ThrowsAsync<ServiceException>(() => CallAsync(handler));

        Assert.Contains("redirected to " + new Uri(address).GetLeftPart(UriPartial.Authority), error.Message);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task What_the_parser_quotes_of_a_broken_response_is_not_repeated()
    {
        ScriptedHandler handler = new(Answer(200, """{"text":tok-3n-that-nobody-may-see}"""));

        UnreadableResponseException error = await Assert.ThrowsAsync<UnreadableResponseException>(() =>
            CallAsync(handler)
        );

        Assert.DoesNotContain("nobody", error.ToString());
        Assert.Contains("Expected JSON at byte", error.Message);
    }

    [Fact]
    public async Task A_page_in_place_of_a_response_is_shown()
    {
        ScriptedHandler handler = new(Answer(200, "\n<html>Sign in to the hotel's network!</html>"));

        UnreadableResponseException error = await Assert.ThrowsAsync<UnreadableResponseException>(() =>
            CallAsync(handler)
        );

        Assert.EndsWith("It begins: <html>Sign in to the hotel's network!</html>", error.Message);
    }

    [Theory]
    [InlineData("tok-3n-that-nobody-may-see")]
    [InlineData("<html>tok-3n-that-nobody-may-see</html>")]
    public async Task Nothing_is_shown_where_secrets_were_expected(string body)
    {
        ScriptedHandler handler = new(Answer(200, body));

        UnreadableResponseException error = await Assert.ThrowsAsync<UnreadableResponseException>(() =>
            Client(handler).InvokeAsync(ProbeClient.SecretEcho, "x", TestContext.Current.CancellationToken)
        );

        Assert.DoesNotContain("nobody", error.ToString());
    }

    private Task<string> CallAsync(ScriptedHandler handler, int maxAttempts = 1) =>
        Client(handler, maxAttempts).InvokeAsync(ProbeClient.Echo, "x", TestContext.Current.CancellationToken);

    private ProbeClient Client(ScriptedHandler handler, int maxAttempts = 1) =>
        new(
            new HttpClient(handler),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                Environment = new AwsEnvironment(Path.GetTempPath()),
                TimeProvider = _time,
                MaxAttempts = maxAttempts,
            }
        );

    /// <summary>Some bytes, then a broken connection.</summary>
    private sealed class BreakingStream(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        ) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var count
                ? count
                : throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
    }
}
