using System.Text.Json;

namespace SsoOidc.Cli.Tests.Commands;

public sealed class EmulatedLoginTests : IDisposable
{
    private readonly TempHome _home = new();

    [Fact]
    public async Task Shows_address_code_and_QR_code_then_signs_in_and_keeps_nothing()
    {
        CliResult result = await CliProcess.RunAsync(_home, ["login", "--emulator"]);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Matches(@"  http://127\.0\.0\.1:\d+/device\?user_code=([A-Z]{4}-[A-Z]{4})\n", result.Output);
        Assert.Matches(@"code: [A-Z]{4}-[A-Z]{4}\n", result.Output);
        Assert.Contains("████ █▄▄▄█ ", result.Output);
        Assert.Matches(@"\nYou are signed in to https://\S+ until \d{4}-\d\d-\d\d \d\d:\d\d\.\n$", result.Output);
        Assert.DoesNotContain('\e', result.Output);
        Assert.Empty(result.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home.Path));
    }

    [Fact]
    public async Task For_scripts_the_output_is_the_result_and_the_prompt_goes_to_the_error_stream()
    {
        CliResult result = await CliProcess.RunAsync(_home, ["login", "--emulator", "--json"]);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        using JsonDocument output = JsonDocument.Parse(result.Output);
        Assert.Equal("us-east-1", output.RootElement.GetProperty("region").GetString());
        Assert.True(output.RootElement.GetProperty("expiresAt").GetDateTimeOffset() > DateTimeOffset.UtcNow);
        Assert.Contains("/device?user_code=", result.Error);
    }

    [Fact]
    public async Task The_emulator_takes_no_browser_flow()
    {
        CliResult result = await CliProcess.RunAsync(_home, ["login", "--emulator", "--use-browser"]);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("'--use-browser'", result.Error);
    }

    public void Dispose() => _home.Dispose();
}
