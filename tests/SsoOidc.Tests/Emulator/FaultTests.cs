using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class FaultTests
{
    [Fact]
    public async Task A_fault_happens_as_often_as_scripted_and_only_to_its_operation()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        var fault = new Fault
        {
            Status = 503,
            Body = "<html>busy</html>",
            ContentType = "text/html",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "1" },
        };
        harness.Emulator.Faults.Add(EmulatorOperation.StartDeviceAuthorization, fault, times: 2);
        JsonObject client = await harness.RegisterAsync();

        EmulatorResponse first = await harness.StartDeviceAsync(client);
        EmulatorResponse second = await harness.StartDeviceAsync(client);
        EmulatorResponse third = await harness.StartDeviceAsync(client);

        Assert.Equal((503, 503, 200), (first.Status, second.Status, third.Status));
        Assert.Equal("<html>busy</html>", first.Body);
        Assert.Equal("text/html", first.ContentType);
        Assert.Equal("1", first.Header("Retry-After"));
        Assert.NotEmpty(first.Header("x-amzn-RequestId"));
    }

    [Fact]
    public async Task A_service_error_can_be_scripted_by_its_code()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        harness.Emulator.Faults.Add(EmulatorOperation.CreateToken, Fault.OAuth("server_error", "quote \" kept"));

        EmulatorResponse answer = await harness.PollAsync(await harness.RegisterAsync(), "any");

        answer.AssertOAuthError("server_error", "InternalServerException", status: 500);
        Assert.Equal("quote \" kept", answer.Text("error_description"));
    }

    [Fact]
    public async Task A_delayed_answer_comes_when_the_clock_says_so()
    {
        var time = new TimerNotingTimeProvider();
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync(_ => new EmulatorOptions
        {
            TimeProvider = time,
        });
        harness.Emulator.Faults.Add(EmulatorOperation.RegisterClient, new Fault { Delay = TimeSpan.FromMinutes(5) });

        Task<JsonObject> registration = harness.RegisterAsync();
        TimeSpan delay = await time.FirstTimer;

        Assert.Equal(TimeSpan.FromMinutes(5), delay);
        Assert.False(registration.IsCompleted);
        time.Advance(delay);
        Assert.NotNull((await registration)["clientId"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("{\"clientId\":")]
    public async Task A_cut_connection_never_looks_like_an_answer(string? body)
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        harness.Emulator.Faults.Add(EmulatorOperation.RegisterClient, new Fault { Body = body, CutConnection = true });

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => harness.RegisterAsync());
    }

    [Fact]
    public async Task Dropped_faults_do_not_happen()
    {
        await using EmulatorHarness harness = await EmulatorHarness.StartAsync();
        harness.Emulator.Faults.Add(EmulatorOperation.RegisterClient, new Fault { Status = 500 }, times: 9);

        harness.Emulator.Faults.Clear();

        Assert.NotNull((await harness.RegisterAsync())["clientId"]);
    }

    private sealed class TimerNotingTimeProvider : FakeTimeProvider
    {
        private readonly TaskCompletionSource<TimeSpan> _firstTimer = new();

        public Task<TimeSpan> FirstTimer => _firstTimer.Task;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            _firstTimer.TrySetResult(dueTime);
            return timer;
        }
    }
}
