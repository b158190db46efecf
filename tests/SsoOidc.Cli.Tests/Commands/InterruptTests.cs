using System.Text;
using SsoOidc.Emulator;

namespace SsoOidc.Cli.Tests.Commands;

/// <summary>Ctrl+C on a terminal, at everything that waits for a person.</summary>
public class InterruptTests
{
    private const string ShowCursor = "\e[?25h";
    private const string HideCursor = "\e[?25l";
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("Session name: ", "configure")]
    [InlineData("Start URL (https://d-1234567890.awsapps.com/start): ", "configure", "--session", "dev")]
    [InlineData(
        "> 111111111111",
        "configure",
        "--session",
        "dev",
        "--start-url",
        "https://d-1.awsapps.com/start",
        "--region",
        "us-east-1"
    )]
    [InlineData("Ctrl+C cancels.", "login", "--session", "dev", "--use-device-code", "--no-browser")]
    [InlineData("Ctrl+C cancels.", "login", "--session", "dev", "--use-browser", "--no-browser")]
    public async Task Ends_the_wait_and_leaves_a_usable_terminal(string sign, params string[] command)
    {
        Programs.Require("/usr/bin/script", "bsdutils");
        await using SignedInHome home = await SignedInHome.CreateAsync();
        home.Emulator.Faults.Add(EmulatorOperation.CreateToken, Fault.OAuth("authorization_pending"), times: 1000);
        string tool = $"env --default-signal=INT dotnet {typeof(CommandLine).Assembly.Location}";
        using ChildProcess terminal = ChildProcess.Start(
            home.Home,
            ["/usr/bin/script", "-qefc", $"{tool} {string.Join(' ', command)}", "/dev/null"],
            ("AWS_ENDPOINT_URL", home.Emulator.BaseAddress.AbsoluteUri),
            ("TERM", "xterm")
        );
        string before = await ReadAsync(terminal.Output, sign);

        await terminal.Input.WriteAsync('\u0003');
        await terminal.Input.FlushAsync();
        string after = await terminal.Output.ReadToEndAsync().WaitAsync(s_patience);
        CliResult result = await terminal.WaitAsync();

        Assert.Equal(ExitCode.Canceled, result.ExitCode);
        string all = before + after;
        Assert.True(
            all.LastIndexOf(ShowCursor, StringComparison.Ordinal)
                >= all.LastIndexOf(HideCursor, StringComparison.Ordinal),
            all
        );
        Assert.DoesNotContain("error:", all);
    }

    private static async Task<string> ReadAsync(StreamReader output, string sign)
    {
        StringBuilder text = new();
        char[] buffer = new char[1024];
        while (!text.ToString().Contains(sign, StringComparison.Ordinal))
        {
            int count = await output.ReadAsync(buffer).AsTask().WaitAsync(s_patience);
            Assert.True(count > 0, $"The output ended without '{sign}': {text}");
            text.Append(buffer, 0, count);
        }

        return text.ToString();
    }
}
