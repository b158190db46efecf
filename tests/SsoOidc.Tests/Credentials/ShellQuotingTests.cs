using System.Diagnostics;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.Credentials;

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

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Shell, package, format, and how the shell runs the text in the variable TEXT and prints a variable.</summary>
    public static TheoryData<string, string, CredentialsFormat, string[], string> Shells =>
        new()
        {
            { "/bin/sh", "dash", CredentialsFormat.Env, ["-c", Eval], Print },
            { "/bin/bash", "bash", CredentialsFormat.Env, ["-c", Eval], Print },
            { "/bin/bash", "bash", CredentialsFormat.EnvNoExport, ["-ac", Eval], Print },
            { "/usr/bin/zsh", "zsh", CredentialsFormat.Env, ["-fc", Eval], Print },
            { "/usr/bin/fish", "fish", CredentialsFormat.Fish, ["-c", "printenv TEXT | source"], Print },
            {
                "/usr/local/bin/pwsh",
                "PowerShell",
                CredentialsFormat.PowerShell,
                ["-NoProfile", "-Command", "Invoke-Expression $Env:TEXT"],
                "[Console]::Out.Write($Env:AWS_SECRET_ACCESS_KEY + [char]10)"
            },
        };

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task Values_arrive_as_they_are_and_nothing_is_run(
        string shell,
        string package,
        CredentialsFormat format,
        string[] arguments,
        string print
    )
    {
        Programs.Require(shell, package);
        string text = string.Concat(
            s_values.Select(value => CredentialsText.Write(new AwsCredentials("id", value), format) + print + "\n")
        );

        string output = await RunAsync(shell, arguments, text);

        Assert.Equal(s_values, output[..^1].Split('\n'));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("a&b|c<d>e^f(g)", "set \"AWS_SECRET_ACCESS_KEY=a&b|c<d>e^f(g)\"")]
    [InlineData("plain/+=", "set AWS_SECRET_ACCESS_KEY=plain/+=")]
    public void Quotes_of_cmd_stand_around_name_and_value(string value, string line) =>
        Assert.Contains(
            $"\n{line}\n",
            CredentialsText.Write(new AwsCredentials("id", value), CredentialsFormat.WindowsCmd)
        );

    [Theory]
    [InlineData(CredentialsFormat.WindowsCmd, "a%PATH%b")]
    [InlineData(CredentialsFormat.WindowsCmd, "a\" & calc & \"")]
    [InlineData(CredentialsFormat.WindowsCmd, "a!b!c")]
    [InlineData(CredentialsFormat.Env, "a\nexport LD_PRELOAD=x")]
    [InlineData(CredentialsFormat.EnvNoExport, "a\nLD_PRELOAD=x")]
    [InlineData(CredentialsFormat.Fish, "a\e[2J")]
    [InlineData(CredentialsFormat.PowerShell, "a\u202Eb")]
    [InlineData(CredentialsFormat.Env, "a\u009Bb")]
    [InlineData(CredentialsFormat.Env, "a\0b")]
    [InlineData(CredentialsFormat.Env, "a\uD800b")]
    public void What_a_format_cannot_carry_is_refused_by_name_and_only_JSON_takes_it(
        CredentialsFormat format,
        string value
    )
    {
        AwsCredentials credentials = new("id", value);

        SsoException exception = Assert.Throws<SsoException>(() => CredentialsText.Write(credentials, format));

        Assert.StartsWith("The value of AWS_SECRET_ACCESS_KEY holds ", exception.Message);
        Assert.DoesNotContain(value, exception.Message);
        Assert.NotEmpty(CredentialsText.Write(credentials, CredentialsFormat.Process));
    }

    private async Task<string> RunAsync(string shell, string[] arguments, string text)
    {
        using Process process = new()
        {
            StartInfo = new ProcessStartInfo(shell, arguments)
            {
                WorkingDirectory = _folder.Path,
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
}
