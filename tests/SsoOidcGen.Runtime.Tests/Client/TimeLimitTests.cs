using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Client;

/// <summary>Whichever limit ends a call is named.</summary>
public sealed class TimeLimitTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task An_attempt_has_its_limit()
    {
        using HangingHandler handler = new();
        Task<string> call = CallAsync(new HttpClient(handler), Options(maxAttempts: 1));
        await handler.Started;

        _time.Advance(TimeSpan.FromSeconds(60));

        ServiceTimeoutException error = await Assert.ThrowsAsync<ServiceTimeoutException>(() => call);
        Assert.Contains("60 s (AttemptTimeout)", error.Message);
    }

    [Fact]
    public async Task A_timed_out_attempt_is_retried()
    {
        using HangingHandler handler = new(Answer(200, """{"text":"pong"}"""));
        Task<string> call = CallAsync(new HttpClient(handler), Options(maxAttempts: 2));
        await handler.Started;

        _time.Advance(TimeSpan.FromSeconds(60));
        _time.Advance(TimeSpan.FromSeconds(20));

        Assert.Equal("pong", await call);
    }

    [Fact]
    public async Task A_call_has_a_limit_over_attempts_and_waits()
    {
        ScriptedHandler handler = new(
            Answer(
                503,
                """{"message":"later"}""",
                adjust: static response => response.Headers.Add("x-amz-retry-after", "5000")
            )
        );
        ServiceClientOptions options = Options(maxAttempts: 100);
        options.CallTimeout = TimeSpan.FromSeconds(12);
        Task<string> call = CallAsync(new HttpClient(handler), options);

        for (int seconds = 0; seconds < 12; seconds++)
        {
            Assert.False(call.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        ServiceTimeoutException error = await Assert.ThrowsAsync<ServiceTimeoutException>(() => call);
        Assert.Contains("12 s (CallTimeout)", error.Message);
        Assert.Equal("later", Assert.IsType<ServiceException>(error.InnerException).Message);
        Assert.Equal(handler.Sent.Count, error.Attempts);
    }

    [Fact]
    public async Task A_call_has_a_limit_within_an_attempt()
    {
        using HangingHandler handler = new();
        ServiceClientOptions options = Options();
        options.CallTimeout = TimeSpan.FromSeconds(7);
        Task<string> call = CallAsync(new HttpClient(handler), options);
        await handler.Started;

        _time.Advance(TimeSpan.FromSeconds(7));

        ServiceTimeoutException error = await Assert.ThrowsAsync<ServiceTimeoutException>(() => call);
        Assert.Contains("7 s (CallTimeout)", error.Message);
        Assert.Equal(1, error.Attempts);
    }

    [Fact]
    public async Task A_caller_who_cancels_a_limited_call_is_told_by_its_own_token()
    {
        using HangingHandler handler = new();
        using CancellationTokenSource source = new();
        ServiceClientOptions options = Options();
        options.CallTimeout = TimeSpan.FromSeconds(7);
        Task<string> call = CallAsync(new HttpClient(handler), options, source.Token);
        await handler.Started;

        await source.CancelAsync();

        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, error.CancellationToken);
    }

    [Fact]
    public async Task The_caller_s_own_client_has_a_limit()
    {
        using HangingHandler handler = new();
        HttpClient http = new(handler) { Timeout = TimeSpan.FromMilliseconds(1) };

        ServiceTimeoutException error = await Assert.ThrowsAsync<ServiceTimeoutException>(() =>
            CallAsync(http, Options(maxAttempts: 1))
        );

        Assert.Contains("0.001 s (Timeout of the HttpClient)", error.Message);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Opening_a_connection_has_a_limit(bool isOwnHandler)
    {
        // It takes connections and says nothing, so the handshake of TLS, a part of connecting, does not end.
        using TcpListener silent = new(IPAddress.Loopback, port: 0);
        silent.Start();
        TimeSpan none = TimeSpan.FromTicks(1);
        using Transport transport = isOwnHandler
            ? new Transport(given: null, none)
            : new Transport(new HttpClient(new SocketsHttpHandler { ConnectTimeout = none }), none);
        using HttpRequestMessage message = new(HttpMethod.Post, $"https://{silent.LocalEndpoint}/echo");
        Exchange exchange = new(ProbeClient.Service, transport, new ClientSettings(Options(), "Probe"));

        ServiceException? failure = await exchange.RunAsync(
            new Call<string, string>(ProbeClient.Echo, "x"),
            message,
            TestContext.Current.CancellationToken
        );

        Assert.IsType<ServiceTimeoutException>(failure);
        Assert.Contains("could not connect to https://127.0.0.1", failure.Message);
        Assert.Contains(isOwnHandler ? "0 s (ConnectTimeout)" : "handler allows (ConnectTimeout)", failure.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(50 * 24 * 3600)]
    public async Task A_limit_that_cannot_be_is_refused(int seconds)
    {
        ServiceClientOptions options = Options();
        options.CallTimeout = TimeSpan.FromSeconds(seconds);

        ConfigurationException error = await Assert.ThrowsAsync<ConfigurationException>(() =>
            CallAsync(new HttpClient(new ScriptedHandler(Answer(200))), options)
        );

        Assert.Contains("CallTimeout", error.Message);
    }

    private static Task<string> CallAsync(
        HttpClient http,
        ServiceClientOptions options,
        CancellationToken? cancellationToken = null
    ) =>
        new ProbeClient(http, options).InvokeAsync(
            ProbeClient.Echo,
            "x",
            cancellationToken ?? TestContext.Current.CancellationToken
        );

    private ServiceClientOptions Options(int maxAttempts = 3) =>
        new()
        {
            Region = "eu-central-1",
            Environment = new AwsEnvironment(Path.GetTempPath()),
            TimeProvider = _time,
            MaxAttempts = maxAttempts,
        };
}
