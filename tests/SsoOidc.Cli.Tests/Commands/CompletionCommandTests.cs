using System.Diagnostics;

namespace SsoOidc.Cli.Tests.Commands;

public sealed class CompletionCommandTests : IDisposable
{
    private readonly TempHome _home = new();

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public async Task Each_shell_has_a_script_that_asks_the_tool(string shell)
    {
        CliResult result = await CliProcess.RunAsync(_home, ["completion", shell]);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("ssooidc \"[suggest:", result.Output);
    }

    [Fact]
    public async Task Sessions_of_the_config_are_suggested()
    {
        _home.WriteConfig("[sso-session dev]\nsso_region = x\n[sso-session prod]\nsso_region = x\n");
        const string Line = "ssooidc login --session ";

        CliResult result = await CliProcess.RunAsync(_home, [$"[suggest:{Line.Length}]", Line]);

        Assert.Equal(["dev", "prod"], result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_broken_config_suggests_nothing_and_stays_silent()
    {
        _home.WriteConfig("no section\n");
        const string Line = "ssooidc login --session ";

        CliResult result = await CliProcess.RunAsync(_home, [$"[suggest:{Line.Length}]", Line]);

        Assert.Equal("", result.Output.Trim());
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task Bash_completes_a_command_with_the_script()
    {
        CliResult script = await CliProcess.RunAsync(_home, ["completion", "bash"]);
        string tool = typeof(CommandLine).Assembly.Location;
        string test = $$"""
            ssooidc() { dotnet '{{tool}}' "$@"; }
            {{script.Output}}
            COMP_LINE='ssooidc log' COMP_POINT=11 COMP_WORDS=(ssooidc log) COMP_CWORD=1
            _ssooidc
            echo "${COMPREPLY[@]}"
            """;
        using Process bash = new()
        {
            StartInfo = new ProcessStartInfo("bash", ["-c", test])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            },
        };
        bash.Start();

        Assert.Equal("login logout\n", await bash.StandardOutput.ReadToEndAsync());
    }

    public void Dispose() => _home.Dispose();
}
