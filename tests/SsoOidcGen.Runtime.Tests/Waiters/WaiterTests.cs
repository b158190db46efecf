using System.Text;
using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Runtime.Tests.Client;
using static SsoOidcGen.Runtime.Tests.Client.ScriptedHandler;

namespace SsoOidcGen.Runtime.Tests.Waiters;

public sealed class WaiterTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_waiter_with_one_attempt_does_not_wait()
    {
        ScriptedHandler handler = new(Answer(200, """{"text":"not yet"}"""));

        WaiterException error = await Assert.ThrowsAsync<WaiterException>(() =>
            WaitAsync(handler, attempts: 1, new WaiterOptions { Delay = TimeSpan.Zero })
        );

        Assert.Single(handler.Sent);
        Assert.Equal((1, WaiterState.Retry, "not yet"), (error.Attempts, error.LastState, error.LastOutput));
        Assert.StartsWith("Done has not happened within 1 call of Echo; last: no acceptor", error.Message);
    }

    [Fact]
    public async Task The_options_of_a_call_go_before_those_of_the_waiter()
    {
        ScriptedHandler handler = new(Answer(200, """{"text":"not yet"}"""));
        Task call = WaitAsync(
            handler,
            attempts: 1,
            new WaiterOptions { MaxAttempts = 2, Delay = TimeSpan.FromSeconds(7) }
        );

        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Single(handler.Sent);
        _time.Advance(TimeSpan.FromSeconds(1));

        WaiterException error = await Assert.ThrowsAsync<WaiterException>(() => call);
        Assert.Equal(2, error.Attempts);
        Assert.Contains("within 2 calls of Echo", error.Message);
    }

    [Fact]
    public async Task What_is_not_there_yet_is_asked_again_after_the_waiter_s_own_delay()
    {
        ScriptedHandler handler = new(Answer(200, """{"text":"not yet"}"""), Answer(200, """{"text":"done"}"""));
        Task<OperationResult<string>> call = WaitAsync(handler, attempts: 2);

        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Single(handler.Sent);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("done", (await call).Output);
        Assert.Equal(2, handler.Sent.Count);
    }

    [Fact]
    public async Task A_waiter_that_gives_up_says_what_it_saw_and_how_to_wait_longer()
    {
        WaiterException error = await Assert.ThrowsAsync<WaiterException>(() =>
            WaitAsync(new ScriptedHandler(Answer(200, """{"text":"not yet"}""")), attempts: 1)
        );

        Assert.Equal(
            "Done has not happened within 1 call of Echo; last: no acceptor matches the response. To wait longer, set WaiterOptions.MaxAttempts or Delay.",
            error.Message
        );
        Assert.Equal(
            ("Done", "Echo", "no acceptor matches the response"),
            (error.Waiter, error.Operation, error.Acceptor)
        );
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task The_last_attempt_may_succeed()
    {
        ScriptedHandler handler = new(Answer(200, """{"text":"done"}"""));

        OperationResult<string> result = await WaitAsync(handler, attempts: 1);

        Assert.Equal("done", result.GetOutput());
    }

    [Fact]
    public async Task An_error_that_no_acceptor_expects_is_named()
    {
        ScriptedHandler handler = new(Answer(400, "{}", "Broken"));

        WaiterException error = await Assert.ThrowsAsync<WaiterException>(() => WaitAsync(handler, attempts: 5));

        Assert.Single(handler.Sent);
        Assert.Equal((WaiterState.Failure, null), (error.LastState, error.LastOutput));
        Assert.IsType<BrokenException>(error.InnerException);
        Assert.Equal(
            "Waiting for Done failed after 1 call of Echo: no acceptor expects the error Broken.",
            error.Message
        );
    }

    /// <summary>Otherwise each call would keep a connection.</summary>
    [Fact]
    public async Task A_stream_that_is_not_what_is_waited_for_is_closed()
    {
        using MemoryStream body = new(Encoding.UTF8.GetBytes("not yet"));
        Waiter<Stream, Stream> waiter = new()
        {
            Name = "Copied",
            Operation = ProbeClient.Copy,
            Delay = TimeSpan.FromSeconds(1),
            MaxAttempts = 1,
            Judge = static _ => null,
        };
        ProbeClient client = Client(
            new ScriptedHandler(Answer(200, adjust: response => response.Content = new StreamContent(body)))
        );

        await Assert.ThrowsAsync<WaiterException>(() =>
            waiter.WaitAsync(client, Stream.Null, options: null, TestContext.Current.CancellationToken)
        );

        Assert.False(body.CanRead);
    }

    private Task<OperationResult<string>> WaitAsync(
        ScriptedHandler handler,
        int attempts,
        WaiterOptions? options = null
    ) =>
        new Waiter<string, string>
        {
            Name = "Done",
            Operation = ProbeClient.Echo,
            Delay = TimeSpan.FromSeconds(1),
            MaxAttempts = attempts,
            Judge = static result => result.Output == "done" ? WaiterVerdict.Success("text == 'done'") : null,
        }.WaitAsync(Client(handler), "x", options, TestContext.Current.CancellationToken);

    private ProbeClient Client(ScriptedHandler handler) =>
        new(
            new HttpClient(handler),
            new ServiceClientOptions
            {
                Region = "eu-central-1",
                TimeProvider = _time,
                Environment = new AwsEnvironment(Path.GetTempPath()),
            }
        );
}
