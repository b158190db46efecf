using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;

namespace SsoOidc.Tests.Configuration;

/// <summary>How a file is replaced by users who own it, and by root, to whom it may not belong.</summary>
public sealed class ConfigFileTests : IDisposable
{
    private readonly TempFolder _home = new();

    private string ConfigPath => _home.File("config");

    public void Dispose() => _home.Dispose();

    [UnsupportedOSPlatform("windows")]
    [Theory]
    [InlineData(false, "longer than before")]
    [InlineData(false, "short")]
    [InlineData(true, "longer than before")]
    [InlineData(true, "short")]
    public async Task Content_and_mode_are_as_they_should_be(bool isRoot, string content)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes.");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite;
        File.WriteAllText(ConfigPath, "old content");
        File.SetUnixFileMode(ConfigPath, Mode);
        string checkedText = "";

        await ReplaceAsync(content, candidate => checkedText = File.ReadAllText(candidate), isRoot);

        Assert.Equal(content, checkedText);
        Assert.Equal(content, File.ReadAllText(ConfigPath));
        Assert.Equal(Mode, File.GetUnixFileMode(ConfigPath));
        Assert.Equal([ConfigPath], Directory.GetFiles(_home.Path));
    }

    [Fact]
    public async Task Roots_new_content_is_written_into_the_file_and_an_owners_into_another()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A second name is made with the means of Unix.");
        File.WriteAllText(ConfigPath, "old");
        using (Process link = Process.Start("ln", [ConfigPath, _home.File("second name")]))
        {
            await link.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await ReplaceAsync("root's", static _ => { }, isRoot: true);
        string afterRoot = File.ReadAllText(_home.File("second name"));
        await ReplaceAsync("owner's", static _ => { }, isRoot: false);

        Assert.Equal("root's", afterRoot);
        Assert.Equal("root's", File.ReadAllText(_home.File("second name")));
        Assert.Equal("owner's", File.ReadAllText(ConfigPath));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_check_refuses_replaces_nothing(bool isRoot)
    {
        File.WriteAllText(ConfigPath, "old");

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ReplaceAsync("new", static _ => throw new InvalidOperationException(), isRoot)
        );

        Assert.Equal("old", File.ReadAllText(ConfigPath));
        Assert.Equal([ConfigPath], Directory.GetFiles(_home.Path));
    }

    private Task ReplaceAsync(string content, Action<string> check, bool isRoot) =>
        ConfigFile.ReplaceAsync(
            ConfigPath,
            Encoding.UTF8.GetBytes(content),
            check,
            isRoot,
            TestContext.Current.CancellationToken
        );
}
