using System.Diagnostics;

namespace SsoOidcGen.Runtime.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("get", false, new[] { "get" })]
    [InlineData("get a 'b c'", false, new[] { "get", "a", "b c" })]
    [InlineData(@"get a\ b", false, new[] { "get", "a b" })]
    [InlineData(@"C:\tools\get.exe a\ b", true, new[] { @"C:\tools\get.exe", @"a\", "b" })]
    [InlineData(@"""C:\my tools\get.exe"" a", true, new[] { @"C:\my tools\get.exe", "a" })]
    public void It_is_split_as_the_shell_of_the_system_does(string command, bool isWindows, string[] words)
    {
        ProcessStartInfo start = CommandLine.Parse(Source(command), isWindows);

        Assert.Equal(words, start.ArgumentList.Prepend(start.FileName));
    }

    [Fact]
    public void It_runs_without_a_shell_and_a_window_and_both_outputs_are_read()
    {
        ProcessStartInfo start = CommandLine.Parse(Source("get"), isWindows: false);

        Assert.Equal(
            (false, true, true, true),
            (start.UseShellExecute, start.CreateNoWindow, start.RedirectStandardOutput, start.RedirectStandardError)
        );
    }

    [Theory]
    [InlineData(" ", "config:2 is empty. Give a command or remove the key.")]
    [InlineData("get 'a", "config:2 has a quotation that is not closed.")]
    public void What_is_no_command_is_refused(string command, string message)
    {
        var error = Assert.Throws<ConfigurationException>(() => CommandLine.Parse(Source(command), isWindows: false));

        Assert.Equal(message, error.Message);
    }

    private static ProcessSource Source(string command) => new(command, "config:2", AccountId: null);
}
