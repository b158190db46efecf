namespace SsoOidc.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("entry.json.a.tmp", 10.5, false)]
    [InlineData("entry.json.a.tmp", 9.5, true)]
    [InlineData("entry.json.a.bak", 60, true)]
    [InlineData("entry.json", 60, true)]
    [InlineData("other.json.a.tmp", 60, true)]
    public void What_a_writer_left_ten_minutes_ago_is_removed(string name, double ageMinutes, bool isKept)
    {
        File.WriteAllText(_folder.File(name), "secret");
        File.SetLastWriteTimeUtc(_folder.File(name), DateTime.UtcNow.AddMinutes(-ageMinutes));

        AtomicFile.DeleteUnfinished(_folder.File("entry.json"));

        Assert.Equal(isKept, File.Exists(_folder.File(name)));
    }

    [Fact]
    public void Where_there_is_no_folder_nothing_was_left()
    {
        AtomicFile.DeleteUnfinished(_folder.File("nowhere/entry.json"));
        AtomicFile.TryDelete(_folder.File("nowhere/entry.json"));
        AtomicFile.Delete(_folder.File("nowhere/entry.json"));

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_is_no_file_and_stays()
    {
        Directory.CreateDirectory(_folder.File("entry.json"));

        IOException exception = Assert.Throws<IOException>(() => AtomicFile.Delete(_folder.File("entry.json")));
        AtomicFile.TryDelete(_folder.File("entry.json"));

        Assert.Equal(
            $"{_folder.File("entry.json")} is a directory where a file should be. Remove it.",
            exception.Message
        );
        Assert.True(Directory.Exists(_folder.File("entry.json")));
    }

    [Fact]
    public void A_link_to_a_folder_is_removed_and_the_folder_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Making links takes a privilege on Windows.");
        Directory.CreateDirectory(_folder.File("target"));
        File.CreateSymbolicLink(_folder.File("entry.json"), _folder.File("target"));

        AtomicFile.Delete(_folder.File("entry.json"));

        Assert.Equal([_folder.File("target")], Directory.GetFileSystemEntries(_folder.Path));
    }
}
