using System.Runtime.Versioning;
using System.Text;

namespace SsoOidc.Tests.Cache;

public sealed class PreparedWriteTests : IDisposable
{
    private const string Name = "d033e22ae348aeb5660fc2140aec35850c4da997";
    private const int Room = 64 * 1024;
    private static readonly CancellationToken s_none = CancellationToken.None;
    private readonly TempFolder _folder = new();
    private readonly FileTokenStore _store;

    public PreparedWriteTests() => _store = new FileTokenStore(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [UnsupportedOSPlatform("windows")]
    [Fact]
    public async Task Room_is_a_file_of_that_size_that_only_the_owner_can_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows protects the user profile by access lists, not modes.");

        await using IPreparedWrite room = await _store.PrepareWriteAsync(Name, Room, s_none);

        FileInfo file = new(Assert.Single(Directory.GetFiles(_folder.Path)));
        Assert.Equal(Room, file.Length);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
        Assert.Null(await _store.ReadAsync(Name, s_none));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(Room + 10)]
    public async Task The_entry_holds_what_was_committed_and_nothing_of_the_room(int length)
    {
        await _store.WriteAsync(Name, Encoding.UTF8.GetBytes("{old}"), s_none);
        byte[] content = Encoding.UTF8.GetBytes(new string('x', length - 1) + "}");

        await using (IPreparedWrite room = await _store.PrepareWriteAsync(Name, Room, s_none))
        {
            await room.CommitAsync(content, s_none);
        }

        Assert.Equal(content, await _store.ReadAsync(Name, s_none));
        Assert.Equal([_store.PathOf(Name)], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Room_that_is_not_used_leaves_the_entry_and_nothing_else()
    {
        await _store.WriteAsync(Name, Encoding.UTF8.GetBytes("{old}"), s_none);

        await (await _store.PrepareWriteAsync(Name, Room, s_none)).DisposeAsync();

        Assert.Equal("{old}", Encoding.UTF8.GetString((await _store.ReadAsync(Name, s_none))!));
        Assert.Equal([_store.PathOf(Name)], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task What_cannot_be_replaced_stays_and_nothing_is_left_beside_it()
    {
        Directory.CreateDirectory(_store.PathOf(Name));

        Exception error = await Assert.ThrowsAnyAsync<Exception>(() =>
            _store.WriteAsync(Name, Encoding.UTF8.GetBytes("{new}"), s_none).AsTask()
        );

        Assert.True(error is IOException or UnauthorizedAccessException, error.ToString());
        Assert.Equal([_store.PathOf(Name)], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task What_dead_writers_left_is_removed_by_the_next_and_what_a_living_one_prepared_is_not()
    {
        await using IPreparedWrite living = await _store.PrepareWriteAsync(Name, Room, s_none);
        string kept = Assert.Single(Directory.GetFiles(_folder.Path));
        string dead = $"{_store.PathOf(Name)}.dead.tmp";
        await File.WriteAllTextAsync(dead, "secret", s_none);
        File.SetLastWriteTimeUtc(dead, DateTime.UtcNow.AddHours(-1));

        await using (IPreparedWrite next = await _store.PrepareWriteAsync(Name, Room, s_none))
        {
            Assert.False(File.Exists(dead));
        }

        Assert.Equal([kept], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Memory_replaces_the_entry_on_commit_only()
    {
        MemoryTokenStore store = new();
        IPreparedWrite room = await store.PrepareWriteAsync(Name, Room, s_none);
        Assert.Null(await store.ReadAsync(Name, s_none));

        await room.CommitAsync(new byte[] { 1 }, s_none);

        Assert.Equal([1], await store.ReadAsync(Name, s_none));
    }
}
