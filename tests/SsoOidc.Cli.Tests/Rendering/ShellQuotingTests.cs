using System.Diagnostics;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli.Tests.Rendering;

/// <summary>What each shell makes of the lines for it.</summary>
public sealed class ShellQuotingTests : IDisposable
{
    private const string Eval = "eval \"$TEXT\"";
    private const string Print = "printenv AWS_SECRET_ACCESS_KEY";

    private static readonly string[] s_values =
    [
        "plain/+=",
        "$(touch pwned)",
        "`touch pwned`",
        "$HOME ${HOME} $env:HOME",
        "a; touch pwned; b",
        "a & touch pwned | b > pwned",
        "it's 'quoted' and \"quoted\"",
        "'; touch pwned; '",
        "\"; touch pwned; \"",
        "\u2019; touch pwned; \u2018 \u201D; touch pwned; \u201C",
        "back\\slash \\' \\\\ \\n end\\",
        "  spaces  ",
        "* ? [a] ~ {a,b} (touch pwned) <(touch pwned)",
        "-n --help",
        "!touch #comment %PATH% ^ @args",
        "\u00E4\u6F22 \U0001F600",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ssooidc-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Shell, package, format, and how the shell runs the text in the variable TEXT and prints a variable.</summary>
    public static TheoryData<string, string, string, string[], string> Shells =>
        new()
        {
            { "/bin/sh", "dash", "env", ["-c", Eval], Print },
            { "/bin/bash", "bash", "env", ["-c", Eval], Print },
            { "/bin/bash", "bash", "env-no-export", ["-ac", Eval], Print },
            { "/usr/bin/zsh", "zsh", "env", ["-fc", Eval], Print },
            { "/usr/bin/fish", "fish", "fish", ["-c", "printenv TEXT | source"], Print },
            {
                "/usr/local/bin/pwsh",
                "PowerShell",
                "powershell",
                ["-NoProfile", "-Command", "Invoke-Expression $Env:TEXT"],
                "[Console]::Out.Write($Env:AWS_SECRET_ACCESS_KEY + [char]10)"
            },
        };

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Values_arrive_as_they_are_and_nothing_is_run(
        string shell,
        string package,
        string format,
        string[] arguments,
        string print
    )
    {
        Programs.Require(shell, package);
        string text = string.Concat(
            s_values.Select(value => Text(new AwsCredentials("id", value), format) + print + "\n")
        );

        string output = await RunAsync(shell, arguments, text);

        Assert.Equal(s_values, output[..^1].Split('\n'));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.FullName));
    }

    [Theory]
    [InlineData("a&b|c<d>e^f(g)", "set \"AWS_SECRET_ACCESS_KEY=a&b|c<d>e^f(g)\"")]
    [InlineData("plain/+=", "set AWS_SECRET_ACCESS_KEY=plain/+=")]
    public void Quotes_of_cmd_stand_around_name_and_value(string value, string line) =>
        Assert.Contains($"\n{line}\n", Text(new AwsCredentials("id", value), "windows-cmd"));

    [Theory]
    [InlineData("windows-cmd", "a%PATH%b")]
    [InlineData("windows-cmd", "a\" & calc & \"")]
    [InlineData("windows-cmd", "a!b!c")]
    [InlineData("env", "a\nexport LD_PRELOAD=x")]
    [InlineData("env-no-export", "a\nLD_PRELOAD=x")]
    [InlineData("fish", "a\e[2J")]
    [InlineData("powershell", "a\u202Eb")]
    [InlineData("env", "a\u009Bb")]
    [InlineData("env", "a\0b")]
    [InlineData("env", "a\uD800b")]
    public void What_a_format_cannot_carry_is_refused_by_name_and_only_JSON_takes_it(string format, string value)
    {
        AwsCredentials credentials = new("id", value);

        CliException exception = Assert.Throws<CliException>(() => Text(credentials, format));

        Assert.StartsWith("The value of AWS_SECRET_ACCESS_KEY holds ", exception.Message);
        Assert.DoesNotContain(value, exception.Message);
        Assert.Equal("Use the format 'process'.", exception.Failure.Next);
        Assert.NotEmpty(Text(credentials, "process"));
    }

    private async Task<string> RunAsync(string shell, string[] arguments, string text)
    {
        using Process process = new()
        {
            StartInfo = new ProcessStartInfo(shell, arguments)
            {
                WorkingDirectory = _folder.FullName,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                Environment =
                {
                    ["TEXT"] = text,
                    ["HOME"] = "/nowhere",
                    ["LANG"] = "C.UTF-8",
                },
            },
        };
        process.Start();
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }

    private static string Text(AwsCredentials credentials, string format)
    {
        TestConsole console = TestConsole.Plain();
        CredentialsView.Write(console.Console, credentials, format);
        return console.Text;
    }
}
