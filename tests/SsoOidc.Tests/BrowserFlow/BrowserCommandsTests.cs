using System.Diagnostics;
using System.Runtime.InteropServices;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.BrowserFlow;

/// <summary>What opens a page: which programs on which system, in which order, and that they print nothing.</summary>
public sealed class BrowserCommandsTests
{
    private const string Url = "https://device.example/?a=$(touch x)";
    private const string Quiet = "/bin/sh|-c|exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null|";

    [Fact]
    public void Windows_opens_addresses_by_itself()
    {
        ProcessStartInfo command = Assert.Single(
            BrowserCommands.Find(Url, Environment(("BROWSER", "firefox")), OSPlatform.Windows)
        );

        Assert.Equal((Url, true), (command.FileName, command.UseShellExecute));
        Assert.Empty(command.ArgumentList);
    }

    [Fact]
    public void MacOS_has_a_program_for_it() =>
        Assert.Equal([$"{Quiet}open|{Url}"], Commands(OSPlatform.OSX, ("WSL_DISTRO_NAME", "Debian")));

    [Fact]
    public void Linux_has_a_program_for_it() => Assert.Equal([$"{Quiet}xdg-open|{Url}"], Commands(OSPlatform.Linux));

    [Fact]
    public void Linux_on_Windows_asks_Windows_first() =>
        Assert.Equal(
            [
                $"{Quiet}wslview|{Url}",
                $"{Quiet}rundll32.exe|url.dll,FileProtocolHandler|{Url}",
                $"{Quiet}xdg-open|{Url}",
            ],
            Commands(OSPlatform.Linux, ("WSL_DISTRO_NAME", "Debian"))
        );

    [Fact]
    public void What_the_user_prefers_comes_first()
    {
        (string, string) browser = ("BROWSER", "w3m:firefox -P me %s");
        string[] preferred = [$"{Quiet}w3m|{Url}", $"{Quiet}firefox|-P|me|{Url}"];

        Assert.Equal([.. preferred, $"{Quiet}xdg-open|{Url}"], Commands(OSPlatform.Linux, browser));
        Assert.Equal([.. preferred, $"{Quiet}open|{Url}"], Commands(OSPlatform.OSX, browser));
    }

    private static IEnumerable<string> Commands(OSPlatform system, params (string Name, string Value)[] variables) =>
        BrowserCommands
            .Find(Url, Environment(variables), system)
            .Select(command => string.Join('|', command.ArgumentList.Prepend(command.FileName)));

    private static AwsEnvironment Environment(params (string Name, string Value)[] variables) =>
        new("/home", variables.ToDictionary(static pair => pair.Name, static pair => pair.Value));
}
