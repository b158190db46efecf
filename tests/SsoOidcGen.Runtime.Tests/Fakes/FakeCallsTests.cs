using Microsoft.Extensions.Time.Testing;
using SsoOidcGen.Runtime.CompilerServices;
using SsoOidcGen.Runtime.Tests.Client;

namespace SsoOidcGen.Runtime.Tests.Fakes;

public sealed class FakeCallsTests
{
    private readonly FakeCalls _calls = new("FakeProbe", timeProvider: null);

    private FakeOperation<string, string> Echo => _calls.Of(ProbeClient.Echo);

    [Fact]
    public async Task Responses_come_in_order_and_the_last_one_again()
    {
        Echo.Returns("a", "b").ThenReturns("c");

        Assert.Equal(
            ["a", "b", "c", "c"],
            [await CallAsync(), await CallAsync(), await CallAsync(), await CallAsync()]
        );
        Assert.Equal(["x", "x", "x", "x"], Echo.Requests);
    }

    [Fact]
    public async Task What_is_prepared_anew_begins_anew()
    {
        Echo.Returns("a", "b");
        await CallAsync();
        Echo.Returns("c", "d");
        Assert.Equal("c", await CallAsync());
        Echo.Returns(static request => request + "!");
        Assert.Equal("x!", await CallAsync());
        Echo.Returns(static (request, _) => Task.FromResult(request + "?"));
        Assert.Equal("x?", await CallAsync());
        Echo.Throws(new ServiceException("no"));
        Assert.Equal("no", (await Assert.ThrowsAsync<ServiceException>(CallAsync)).Message);
    }

    [Fact]
    public async Task Kinds_of_responses_can_follow_each_other()
    {
        Echo.Returns("a")
            .ThenThrows(new TimeoutException("late"))
            .ThenReturns(static request => request + "!")
            .ThenReturns(static (request, _) => Task.FromResult(request + "?"));

        Assert.Equal("a", await CallAsync());
        Assert.Equal("late", (await Assert.ThrowsAsync<TimeoutException>(CallAsync)).Message);
        Assert.Equal("x!", await CallAsync());
        Assert.Equal("x?", await CallAsync());
    }

    [Fact]
    public async Task An_operation_without_a_response_says_how_to_prepare_one()
    {
        const string Expected =
            "FakeProbe has no response for Echo. Prepare one before the call: Echo.Returns(…), or Echo.Throws(…).";
        Assert.Equal(Expected, (await Assert.ThrowsAsync<InvalidOperationException>(CallAsync)).Message);

        _ = Echo;
        Assert.Equal(Expected, (await Assert.ThrowsAsync<InvalidOperationException>(CallAsync)).Message);
        Assert.Equal(["x"], Echo.Requests);
    }

    [Fact]
    public async Task A_failure_need_not_be_thrown_and_input_is_checked()
    {
        Echo.Throws(new ServiceException("no"));
        using FakeProbe client = new(_calls);

        OperationResult<string> result = await client.TryInvokeAsync(
            ProbeClient.Echo,
            "x",
            TestContext.Current.CancellationToken
        );

        Assert.Equal("no", result.Exception!.Message);
        await Assert.ThrowsAsync<RequestValidationException>(() =>
            client.InvokeAsync(ProbeClient.Echo, "", TestContext.Current.CancellationToken)
        );
        Assert.Equal(["x"], Echo.Requests);
    }

    [Fact]
    public async Task A_call_that_is_canceled_takes_no_response()
    {
        Echo.Returns("a", "b");
        using FakeProbe client = new(_calls);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            client.InvokeAsync(ProbeClient.Echo, "x", new CancellationToken(canceled: true))
        );

        Assert.Empty(Echo.Requests);
        Assert.Equal("a", await CallAsync());
    }

    [Fact]
    public void Nothing_is_no_response()
    {
        Assert.Throws<ArgumentNullException>("operation", () => _calls.Of<string, string>(null!));
        Assert.Throws<ArgumentNullException>("output", () => Echo.Returns("a", null!, "b"));
        Assert.Throws<ArgumentNullException>("next", () => Echo.Returns("a", next: null!));
        Assert.Throws<ArgumentNullException>("respond", () => Echo.Returns((Func<string, string>)null!));
        Assert.Throws<ArgumentNullException>(
            "respond",
            () => Echo.Returns((Func<string, CancellationToken, Task<string>>)null!)
        );
        Assert.Throws<ArgumentNullException>("exception", () => Echo.Throws(null!));
    }

    [Fact]
    public async Task Waiting_takes_no_time_unless_a_test_brings_its_own_clock()
    {
        FakeTimeProvider time = new();
        Assert.Same(time, new FakeCalls("FakeProbe", time).TimeProvider);

        await Task.Delay(TimeSpan.FromDays(1), _calls.TimeProvider, TestContext.Current.CancellationToken);
        Task never = Task.Delay(Timeout.InfiniteTimeSpan, _calls.TimeProvider, TestContext.Current.CancellationToken);
        Assert.False(never.IsCompleted);
    }

    private async Task<string> CallAsync()
    {
        using FakeProbe client = new(_calls);
        return await client.InvokeAsync(ProbeClient.Echo, "x", TestContext.Current.CancellationToken);
    }

    private sealed class FakeProbe(FakeCalls calls) : ServiceClient(ProbeClient.Service, calls);
}
