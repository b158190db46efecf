using System.Diagnostics;

namespace SsoOidc.Tests.BrowserFlow;

public class SystemBrowserTests
{
    private readonly RecordingTime _time = new(RecordingTime.Origin);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/nowhere/browser")]
    [InlineData("/bin/false")]
    public async Task A_command_that_fails_is_no_browser(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are those of Unix.");

        Assert.False(await SystemBrowser.TryStartAsync(new ProcessStartInfo(command), _time, Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true, "/bin/true")]
    [InlineData(true, "/bin/false", "/nowhere/browser", "/bin/true")]
    [InlineData(false, "/bin/false", "/nowhere/browser")]
    public async Task The_first_command_that_works_opens_the_page(bool isOpen, params string[] commands)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are those of Unix.");

        Assert.Equal(
            isOpen,
            await SystemBrowser.TryStartAnyAsync(
                commands.Select(static command => new ProcessStartInfo(command)),
                _time,
                Cancellation
            )
        );
    }

    [Fact]
    public async Task After_the_one_that_works_no_other_is_started()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are those of Unix.");
        using TempFolder folder = new();

        await SystemBrowser.TryStartAnyAsync(
            [new ProcessStartInfo("/bin/true"), new ProcessStartInfo("/bin/mkdir", [folder.File("second")])],
            _time,
            Cancellation
        );

        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_command_that_still_runs_after_two_seconds_is_the_browser()
    {
        Task<bool> starting = StartRunningAsync(Cancellation);

        await _time.TimerAsync(TimeSpan.FromSeconds(2));
        _time.Advance(TimeSpan.FromSeconds(1.999));
        Assert.False(starting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.001));

        Assert.True(await starting);
    }

    [Fact]
    public async Task Canceling_ends_the_wait()
    {
        using CancellationTokenSource source = new();
        Task<bool> starting = StartRunningAsync(source.Token);
        await _time.TimerAsync(TimeSpan.FromSeconds(2));

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
    }

    /// <summary>Starts a command that runs until its input is closed, which happens when nobody waits any more.</summary>
    private Task<bool> StartRunningAsync(CancellationToken cancellationToken)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are those of Unix.");
        ProcessStartInfo command = new("/bin/cat") { UseShellExecute = false, RedirectStandardInput = true };
        return SystemBrowser.TryStartAsync(command, _time, cancellationToken);
    }
}
