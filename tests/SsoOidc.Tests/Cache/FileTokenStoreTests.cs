using System.Runtime.Versioning;
using System.Text;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Cache;

public sealed class FileTokenStoreTests : IDisposable
{
    private const string Name = "d033e22ae348aeb5660fc2140aec35850c4da997";
    private static readonly TimeSpan s_readPause = TimeSpan.FromMilliseconds(20);
    private static readonly CancellationToken s_none = CancellationToken.None;
    private readonly TempFolder _home = new();
    private readonly FileTokenStore _store;

    public FileTokenStoreTests() => _store = new FileTokenStore(_home.File("sso/cache"));

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task What_was_written_is_read()
    {
        await _store.WriteAsync(Name, Bytes("{1}"), s_none);
        await _store.WriteAsync(Name, Bytes("{2}"), s_none);

        Assert.Equal("{2}", Encoding.UTF8.GetString((await _store.ReadAsync(Name, s_none))!));
        Assert.Equal([_home.File($"sso/cache/{Name}.json")], Directory.GetFileSystemEntries(_store.Directory));
    }

    [Fact]
    public async Task What_does_not_exist_is_read_as_null_and_removed_without_complaint()
    {
        await _store.RemoveAsync(Name, s_none);

        Assert.Null(await _store.ReadAsync(Name, s_none));
        Assert.Empty(_store.List());
    }

    [Fact]
    public async Task What_dead_writers_left_is_removed_with_the_entry_and_what_living_ones_write_is_not()
    {
        await _store.WriteAsync(Name, Bytes("whole"), s_none);
        string dead = $"{_store.PathOf(Name)}.dead.tmp";
        string living = $"{_store.PathOf(Name)}.living.tmp";
        await File.WriteAllTextAsync(dead, "secret", s_none);
        await File.WriteAllTextAsync(living, "secret", s_none);
        File.SetLastWriteTimeUtc(dead, DateTime.UtcNow.AddHours(-1));

        await _store.RemoveAsync(Name, s_none);

        Assert.Equal([living], Directory.GetFiles(_store.Directory));
    }

    [UnsupportedOSPlatform("windows")]
    [Fact]
    public async Task Only_the_owner_gets_in()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows protects the user profile by access lists, not modes.");

        await _store.WriteAsync(Name, Bytes("secret"), s_none);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_store.PathOf(Name)));
        UnixFileMode all = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.Equal(all, File.GetUnixFileMode(_store.Directory));
    }

    [UnsupportedOSPlatform("windows")]
    [Fact]
    public async Task A_rewrite_closes_a_file_that_another_tool_left_open_to_others()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows protects the user profile by access lists, not modes.");
        await _store.WriteAsync(Name, Bytes("{old}"), s_none);
        File.SetUnixFileMode(_store.PathOf(Name), UnixFileMode.UserRead | UnixFileMode.OtherRead);

        await _store.WriteAsync(Name, Bytes("{new}"), s_none);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_store.PathOf(Name)));
    }

    [Fact]
    public async Task A_reader_never_sees_half_a_file()
    {
        const int Writes = 200;
        byte[][] contents =
        [
            [.. Enumerable.Repeat((byte)'a', 20_000)],
            [.. Enumerable.Repeat((byte)'b', 30_000)],
        ];
        await _store.WriteAsync(Name, contents[0], s_none);
        Task writing = Task.Run(
            async () =>
            {
                for (int i = 0; i < Writes; i++)
                {
                    await _store.WriteAsync(Name, contents[i % 2], s_none);
                }
            },
            s_none
        );

        do
        {
            byte[]? read = BoundedFile.TryRead(_store.PathOf(Name));
            Assert.True(contents.Any(content => content.AsSpan().SequenceEqual(read)), "A reader saw a torn file.");
        } while (!writing.IsCompleted);

        await writing;
    }

    [Theory]
    [InlineData("")]
    [InlineData("""{"accessToken": "acc""")]
    public async Task What_another_tool_has_not_finished_is_read_again(string unfinished)
    {
        RecordingTime time = new(RecordingTime.Origin);
        FileTokenStore store = new(_store.Directory, time);
        await _store.WriteAsync(Name, Bytes(unfinished), s_none);

        Task<byte[]?> reading = store.ReadAsync(Name, s_none).AsTask();
        await time.TimerAsync(s_readPause);
        await _store.WriteAsync(Name, Bytes("{}\n"), s_none);
        time.Advance(s_readPause);

        Assert.Equal("{}\n", Encoding.UTF8.GetString((await reading)!));
    }

    [Fact]
    public async Task What_stays_unfinished_is_read_as_it_is()
    {
        await _store.WriteAsync(Name, Bytes("{"), s_none);

        Assert.Equal("{", Encoding.UTF8.GetString((await _store.ReadAsync(Name, s_none))!));
    }

    [Fact]
    public async Task A_write_that_is_canceled_leaves_the_old_file_and_nothing_else()
    {
        await _store.WriteAsync(Name, Bytes("{old}"), s_none);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await _store.WriteAsync(Name, Bytes("{new}"), new CancellationToken(canceled: true))
        );

        Assert.Equal("{old}", Encoding.UTF8.GetString((await _store.ReadAsync(Name, s_none))!));
        Assert.Single(Directory.GetFileSystemEntries(_store.Directory));
    }

    [Fact]
    public async Task The_list_holds_entries_and_neither_locks_nor_unfinished_files()
    {
        await _store.WriteAsync("b", Bytes("{}"), s_none);
        await _store.WriteAsync("a", Bytes("{}"), s_none);
        await File.WriteAllTextAsync(_home.File("sso/cache/a.json.x.tmp"), "", s_none);
        await using IAsyncDisposable held = await _store.LockAsync("a", TimeSpan.Zero, s_none);

        Assert.Equal(["a", "b"], _store.List());
    }

    [Fact]
    public async Task What_stays_unfinished_is_read_five_times()
    {
        RecordingTime time = new(RecordingTime.Origin);
        FileTokenStore store = new(_store.Directory, time);
        await _store.WriteAsync(Name, Bytes("{"), s_none);

        Task<byte[]?> reading = store.ReadAsync(Name, s_none).AsTask();
        for (int pause = 0; pause < 4; pause++)
        {
            Assert.False(reading.IsCompleted);
            await time.PassAsync(0.02);
        }

        Assert.Equal("{", Encoding.UTF8.GetString((await reading)!));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{} \r\n\t")]
    public async Task What_ends_like_JSON_is_read_once(string content)
    {
        RecordingTime time = new(RecordingTime.Origin);
        await _store.WriteAsync(Name, Bytes(content), s_none);

        Task<byte[]?> reading = new FileTokenStore(_store.Directory, time).ReadAsync(Name, s_none).AsTask();

        Assert.True(reading.IsCompletedSuccessfully);
        Assert.Equal(content, Encoding.UTF8.GetString((await reading)!));
    }

    [Fact]
    public void Entries_are_kept_where_the_AWS_CLI_keeps_them()
    {
        AwsEnvironment environment = new("/home/u");
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

        Assert.Equal(Path.Combine(home, ".aws", "sso", "cache"), new FileTokenStore().Directory);
        Assert.Equal(Path.Combine(home, ".aws", "cli", "cache"), FileTokenStore.ForRoleCredentials().Directory);
        Assert.Equal(
            Path.Combine("/home/u", ".aws", "cli", "cache"),
            FileTokenStore.ForRoleCredentials(environment).Directory
        );
        Assert.Equal(
            Path.Combine("/home/u", ".aws", "sso", "cache", "a.json"),
            FileTokenStore.ForTokens(environment, TimeProvider.System).PathOf("a")
        );
    }

    [UnsupportedOSPlatform("windows")]
    [Fact]
    public async Task A_folder_that_others_can_write_to_is_told_with_what_to_do()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows protects the user profile by access lists, not modes.");
        Assert.Null(_store.Exposure);
        await _store.WriteAsync(Name, Bytes("{}"), s_none);
        Assert.Null(_store.Exposure);

        File.SetUnixFileMode(_store.Directory, File.GetUnixFileMode(_store.Directory) | UnixFileMode.GroupWrite);

        Assert.Equal(
            $"Others can write to {_store.Directory} and so replace what is cached there. Remove the write permission of group and others.",
            _store.Exposure
        );
    }

    [Fact]
    public async Task A_link_to_nothing_is_no_missing_entry()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes a privilege on Windows.");
        Directory.CreateDirectory(_store.Directory);
        File.CreateSymbolicLink(_store.PathOf(Name), "nowhere");

        var error = await Assert.ThrowsAsync<FormatException>(async () => await _store.ReadAsync(Name, s_none));

        Assert.Equal("it is a link to nowhere, which does not exist", error.Message);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
