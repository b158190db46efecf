using Microsoft.Extensions.Time.Testing;

namespace SsoOidc.Tests.Cache;

public sealed class TokenStoreLockTests : IDisposable
{
    private static readonly CancellationToken s_none = CancellationToken.None;
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("file")]
    [InlineData("memory")]
    public async Task Only_one_holder_at_a_time_gets_the_lock(string kind)
    {
        ITokenStore store = kind == "file" ? new FileTokenStore(_folder.Path) : new MemoryTokenStore();
        int inside = 0;
        int most = 0;

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ =>
                    Task.Run(
                        async () =>
                        {
                            await using IAsyncDisposable held = await store.LockAsync("a", s_minute, s_none);
                            most = Math.Max(most, Interlocked.Increment(ref inside));
                            await Task.Yield();
                            Interlocked.Decrement(ref inside);
                        },
                        s_none
                    )
                )
        );

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Locks_of_different_entries_do_not_wait_for_each_other()
    {
        FileTokenStore store = new(_folder.Path);

        await using IAsyncDisposable a = await store.LockAsync("a", s_minute, s_none);
        await using IAsyncDisposable b = await store.LockAsync("b", TimeSpan.Zero, s_none);
    }

    [Fact]
    public async Task A_holder_is_waited_for_a_minute_and_then_named()
    {
        const double PauseSeconds = 0.05;
        RecordingTime time = new(RecordingTime.Origin);
        FileTokenStore store = new(_folder.Path, time);
        await using IAsyncDisposable held = await store.LockAsync("a", s_minute, s_none);

        Task<IAsyncDisposable> waiting = store.LockAsync("a", s_minute, s_none).AsTask();
        for (int pause = 0; pause < 60 / PauseSeconds; pause++)
        {
            // Each pause is one more attempt that did not give up.
            await time.PassAsync(PauseSeconds);
        }

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(() => waiting);
        Assert.Equal(RecordingTime.Origin.AddMinutes(1), time.GetUtcNow());
        Assert.Contains(_folder.File("a.lock"), exception.Message);
        Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName}", exception.Message);
    }

    [Fact]
    public async Task What_cannot_be_locked_at_all_is_not_waited_for()
    {
        Directory.CreateDirectory(_folder.File("a.lock"));
        FileTokenStore store = new(_folder.Path, new FakeTimeProvider());

        await Assert.ThrowsAsync<UnauthorizedAccessException>(async () => await store.LockAsync("a", s_minute, s_none));
    }

    [Fact]
    public async Task A_freed_lock_names_no_holder()
    {
        FileTokenStore store = new(_folder.Path);

        await (await store.LockAsync("a", s_minute, s_none)).DisposeAsync();

        Assert.Equal([_folder.File("a.lock")], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    [InlineData(0, false)]
    public async Task A_holder_is_named_in_up_to_500_characters(int length, bool isNamed)
    {
        FileTokenStore store = new(_folder.Path);
        await using IAsyncDisposable held = await store.LockAsync("a", s_minute, s_none);
        string owner = new('o', length);
        await File.WriteAllTextAsync(_folder.File("a.lock.owner"), owner, s_none);

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(async () =>
            await store.LockAsync("a", TimeSpan.Zero, s_none)
        );

        Assert.Equal(
            $"{_folder.File("a.lock")} was locked for 0 s by {(isNamed ? owner : "another process")}."
                + " Try again; end that process if it hangs.",
            exception.Message
        );
    }

    [Fact]
    public async Task A_holder_says_which_process_it_is_and_since_when()
    {
        FileTokenStore store = new(_folder.Path, new RecordingTime(RecordingTime.Origin));

        await using IAsyncDisposable held = await store.LockAsync("a", s_minute, s_none);

        Assert.Equal(
            $"process {Environment.ProcessId} on {Environment.MachineName} since 2026-01-02T03:04:05Z",
            await File.ReadAllTextAsync(_folder.File("a.lock.owner"), s_none)
        );
    }

    [Fact]
    public async Task A_lock_in_memory_that_is_not_freed_in_time_is_named()
    {
        MemoryTokenStore store = new();
        IAsyncDisposable held = await store.LockAsync("a", s_minute, s_none);

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(async () =>
            await store.LockAsync("a", TimeSpan.Zero, s_none)
        );
        await held.DisposeAsync();
        await held.DisposeAsync();
        await using IAsyncDisposable next = await store.LockAsync("a", TimeSpan.Zero, s_none);

        Assert.Equal("The entry a was locked for 0 s. Try again.", exception.Message);
        await Assert.ThrowsAsync<TimeoutException>(async () => await store.LockAsync("a", TimeSpan.Zero, s_none));
    }

    [Fact]
    public async Task What_memory_holds_is_nobody_elses_to_change()
    {
        MemoryTokenStore store = new();
        byte[] content = [1];
        await store.WriteAsync("a", content, s_none);

        content[0] = 2;
        (await store.ReadAsync("a", s_none))![0] = 3;

        Assert.Equal([1], await store.ReadAsync("a", s_none));
        await store.RemoveAsync("a", s_none);
        Assert.Null(await store.ReadAsync("a", s_none));
    }
}
