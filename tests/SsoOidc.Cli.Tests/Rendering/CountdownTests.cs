using Microsoft.Extensions.Time.Testing;

namespace SsoOidc.Cli.Tests.Rendering;

public class CountdownTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task On_a_terminal_the_time_left_moves_every_second_and_is_wiped_at_the_end()
    {
        TestConsole terminal = TestConsole.Terminal();
        TaskCompletionSource work = new();

        Task countdown = Show(terminal, work.Task);
        _time.Advance(TimeSpan.FromSeconds(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        work.SetResult();
        await countdown;

        Assert.Contains("10:00 left", terminal.Text);
        Assert.Contains("9:59 left", terminal.Text);
        Assert.Contains("9:58 left", terminal.Text);
        Assert.EndsWith("\e[2K\e[?25h", terminal.Text);
    }

    [Fact]
    public async Task Elsewhere_one_line_says_until_when()
    {
        TestConsole pipe = TestConsole.Plain();
        TaskCompletionSource work = new();

        Task countdown = Show(pipe, work.Task);
        _time.Advance(TimeSpan.FromSeconds(5));
        work.SetResult();
        await countdown;

        Assert.Equal($"Waiting for approval until {Times.Clock(End)}.\n", pipe.Text);
    }

    [Fact]
    public async Task Work_that_fails_ends_it_without_an_error_of_its_own()
    {
        TestConsole terminal = TestConsole.Terminal();

        await Show(terminal, Task.FromException(new InvalidOperationException()));

        Assert.EndsWith("\e[?25h", terminal.Text);
    }

    private DateTimeOffset End => _time.Start + TimeSpan.FromMinutes(10);

    private Task Show(TestConsole console, Task work) => new Countdown(console.Console, _time).ShowAsync(End, work);
}
