using System.Diagnostics;

namespace SsoOidc.Cli.Tests.Commands;

/// <summary>Every shell with its script, and a config whose names are commands to a shell that expands them.</summary>
public sealed class CompletionInShellsTests : IDisposable
{
    private static readonly string[] s_names =
    [
        "$(touch pwned)",
        "`touch pwned`",
        "a; touch pwned",
        "it's",
        "two words",
        "\"quoted\"",
        "*",
        "~",
        "-rf",
        "dev",
        "\u6F22\u5B57",
    ];

    private readonly TempHome _home = new();
    private readonly string _folder;

    public CompletionInShellsTests()
    {
        _home.WriteConfig(
            string.Concat(s_names.Select(name => $"[sso-session {Quote(name)}]\nsso_region = us-east-1\n"))
                // Neither can stand on one line of a completion.
                + "[sso-session 'e\e[2Jsc']\nsso_region = us-east-1\n[sso-session 'bi\u202Edi']\nsso_region = us-east-1\n"
        );
        _folder = Path.Combine(_home.Path, "work");
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "file"), "");
    }

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Bash_puts_the_names_in_quoted()
    {
        // Evaluated as part of a command line, each completion is one word again.
        string output = await RunAsync(
            "/bin/bash",
            "bash",
            "bash",
            """
            COMP_LINE='ssooidc login --session ' COMP_POINT=24 COMP_WORDS=(ssooidc login --session '') COMP_CWORD=3
            _ssooidc
            for word in "${COMPREPLY[@]}"; do eval "printf '%s\\n' $word"; done
            """
        );

        AssertNames(output);
    }

    [Theory]
    [InlineData("two", "two\\ words")]
    [InlineData("two\\ w", "two\\ words")]
    [InlineData("d", "dev")]
    [InlineData("'", "")]
    public async Task Bash_completes_what_was_begun(string begun, string completed)
    {
        string output = await RunAsync(
            "/bin/bash",
            "bash",
            "bash",
            $$"""
            COMP_LINE='ssooidc login --session ' COMP_POINT=24 COMP_WORDS=(ssooidc login --session "$BEGUN") COMP_CWORD=3
            _ssooidc
            echo "${COMPREPLY[*]}"
            """,
            ("BEGUN", begun)
        );

        Assert.Equal($"{completed}\n", output);
    }

    [Fact]
    public async Task Zsh_takes_the_names_as_they_are()
    {
        // What the completion system is handed; it quotes what it inserts.
        string output = await RunAsync(
            "/usr/bin/zsh",
            "zsh",
            "zsh",
            """
            compadd() { print -rl -- "${suggestions[@]}" }
            BUFFER='ssooidc login --session ' CURSOR=24
            _ssooidc
            """,
            before: "compdef() { : }"
        );

        AssertNames(output);
    }

    [Fact]
    public async Task Fish_takes_the_names_as_they_are()
    {
        string output = await RunAsync("/usr/bin/fish", "fish", "fish", "complete -C 'ssooidc login --session '");

        AssertNames(output);
    }

    [Fact]
    public async Task PowerShell_puts_the_names_in_quoted()
    {
        string output = await RunAsync(
            "/usr/local/bin/pwsh",
            "PowerShell",
            "powershell",
            """
            $line = 'ssooidc login --session '
            foreach ($match in (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches) {
                Invoke-Expression "Write-Output -- $($match.CompletionText)"
            }
            """
        );

        AssertNames(output);
    }

    private void AssertNames(string output)
    {
        Assert.Equal(
            s_names.Order(StringComparer.Ordinal),
            output.TrimEnd('\n').Split('\n').Order(StringComparer.Ordinal)
        );
        Assert.Equal([Path.Combine(_folder, "file")], Directory.EnumerateFileSystemEntries(_folder));
    }

    private async Task<string> RunAsync(
        string shell,
        string package,
        string script,
        string test,
        (string Name, string Value)? variable = null,
        string before = ""
    )
    {
        Programs.Require(shell, package);
        CliResult completion = await CliProcess.RunAsync(_home, ["completion", script]);
        string tool = typeof(CommandLine).Assembly.Location;
        string function = script switch
        {
            "fish" => $"function ssooidc; dotnet '{tool}' $argv; end",
            "powershell" => $"function ssooidc {{ dotnet '{tool}' @args }}",
            _ => $"ssooidc() {{ dotnet '{tool}' \"$@\"; }}",
        };
        string[] options = script switch
        {
            "zsh" => ["-f", "-c"],
            "powershell" => ["-NoProfile", "-Command"],
            _ => ["-c"],
        };
        using Process process = new()
        {
            StartInfo = new ProcessStartInfo(shell, [.. options, $"{before}\n{function}\n{completion.Output}\n{test}"])
            {
                WorkingDirectory = _folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                Environment =
                {
                    ["HOME"] = _home.Path,
                    ["LANG"] = "C.UTF-8",
                    ["LC_ALL"] = "C.UTF-8",
                },
            },
        };
        if (variable is { } pair)
        {
            process.StartInfo.Environment[pair.Name] = pair.Value;
        }

        process.Start();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    /// <summary>As one word of a section's header.</summary>
    private static string Quote(string name) => $"\"{name.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
