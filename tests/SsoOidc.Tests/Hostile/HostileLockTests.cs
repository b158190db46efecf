using System.Runtime.Versioning;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Hostile;

/// <summary>The file that names the holder of a lock is of use to people only: nothing in its place costs a call.</summary>
public sealed class HostileLockTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly FileTokenStore _store;

    public HostileLockTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The files are made with the means of Unix.");
        _store = new FileTokenStore(_folder.Path);
    }

    public static TheoryData<string> Kinds => [.. HostileFile.Unreadable];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Owner => _folder.File("a.lock.owner");

    public void Dispose() => _folder.Dispose();

    [UnsupportedOSPlatform("windows")]
    [Fact]
    public async Task It_is_its_owners_alone()
    {
        await using IAsyncDisposable held = await _store.LockAsync("a", TimeSpan.Zero, Token);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Owner));
    }

    [Fact]
    public async Task It_follows_no_link()
    {
        string victim = _folder.File("victim");
        await File.WriteAllTextAsync(victim, "precious", Token);
        File.CreateSymbolicLink(Owner, victim);

        await using IAsyncDisposable held = await _store.LockAsync("a", TimeSpan.Zero, Token);

        Assert.Equal("precious", await File.ReadAllTextAsync(victim, Token));
        Assert.Contains($"process {Environment.ProcessId}", await File.ReadAllTextAsync(Owner, Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_lock_itself_follows_none_either(bool exists)
    {
        string victim = _folder.File("victim");
        if (exists)
        {
            await File.WriteAllTextAsync(victim, "precious", Token);
        }

        File.CreateSymbolicLink(_folder.File("a.lock"), victim);

        IOException exception = await Assert.ThrowsAsync<IOException>(async () =>
            await _store.LockAsync("a", TimeSpan.FromMinutes(1), Token)
        );

        Assert.Contains(_folder.File("a.lock"), exception.Message);
        Assert.Contains(victim, exception.Message);
        Assert.Equal(exists, File.Exists(victim));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_stands_in_its_place_keeps_nobody_from_locking(string kind)
    {
        HostileFile.Place(kind, Owner);

        await (await _store.LockAsync("a", TimeSpan.Zero, Token)).DisposeAsync();
        await (await _store.LockAsync("a", TimeSpan.Zero, Token)).DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_takes_its_place_is_not_believed_and_does_not_keep_the_lock(string kind)
    {
        IAsyncDisposable held = await _store.LockAsync("a", TimeSpan.Zero, Token);
        HostileFile.Place(kind, Owner);

        TimeoutException exception = await Assert.ThrowsAsync<TimeoutException>(async () =>
            await _store.LockAsync("a", TimeSpan.Zero, Token)
        );
        await held.DisposeAsync();

        Assert.Contains("another process", exception.Message);
        await (await _store.LockAsync("a", TimeSpan.Zero, Token)).DisposeAsync();
    }
}
