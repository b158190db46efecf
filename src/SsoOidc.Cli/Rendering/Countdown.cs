using Spectre.Console;

namespace SsoOidc.Cli;

/// <summary>The time that is left for something, on one line that keeps moving; a fixed line where nothing can move.</summary>
internal sealed class Countdown(IAnsiConsole console, TimeProvider timeProvider)
{
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(1);

    /// <summary>Returns when the work has ended, however it did.</summary>
    public async Task ShowAsync(DateTimeOffset end, Task work)
    {
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Capabilities.Ansi)
        {
            console.WriteLine($"Waiting for approval until {Times.Clock(end)}.");
            await Task.WhenAny(work);
            return;
        }

        await console
            .Live(Line(end))
            .AutoClear(true)
            .StartAsync(async live =>
            {
                while (!work.IsCompleted)
                {
                    live.UpdateTarget(Line(end));
                    await Task.WhenAny(work, Task.Delay(s_tick, timeProvider));
                }
            });
    }

    private Text Line(DateTimeOffset end) =>
        new($"Waiting for approval, {Times.Left(end - timeProvider.GetUtcNow())} left. Ctrl+C cancels.");
}
