namespace SsoOidc.Cli;

/// <summary>The time that is left for something, on one line that keeps moving; a fixed line where nothing can move.</summary>
internal sealed class Countdown(Terminal terminal, TimeProvider timeProvider)
{
    private static readonly TimeSpan s_tick = TimeSpan.FromSeconds(1);

    /// <summary>Returns when the work has ended, however it did.</summary>
    public async Task ShowAsync(DateTimeOffset end, Task work)
    {
        if (!terminal.CanRewrite)
        {
            terminal.WriteLine($"Waiting for approval until {Times.Clock(end)}.");
            await Task.WhenAny(work);
            return;
        }

        await terminal.RewriteLineAsync(async show =>
        {
            while (!work.IsCompleted)
            {
                show($"Waiting for approval, {Times.Left(end - timeProvider.GetUtcNow())} left. Ctrl+C cancels.");
                await Task.WhenAny(work, Task.Delay(s_tick, timeProvider));
            }
        });
    }
}
