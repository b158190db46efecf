using System.Net;

namespace SsoOidc.Cli.Tests.Commands;

public sealed class EmulatorCommandTests : IDisposable
{
    private readonly TempHome _home = new();

    [Fact]
    public async Task The_emulator_responds_where_it_says_until_it_is_interrupted()
    {
        using ChildProcess emulator = CliProcess.Start(_home, ["emulator"]);
        string announcement = (await emulator.Output.ReadLineAsync())!;
        Uri page = new(new Uri(announcement.Split(' ')[4].TrimEnd(';')), "device");

        using HttpClient http = new();
        using HttpResponseMessage response = await http.GetAsync(page);
        emulator.Interrupt();
        CliResult result = await emulator.WaitAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains($"export AWS_ENDPOINT_URL={page.GetLeftPart(UriPartial.Authority)}\n", result.Output);
        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Empty(result.Error);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_failure_with_a_way_out()
    {
        using ChildProcess first = CliProcess.Start(_home, ["emulator", "--json"]);
        string announcement = "";
        await first.ReadLineAsync(line =>
        {
            announcement += line;
            return line == "}";
        });
        int port = new Uri(announcement.Split('"')[3]).Port;

        CliResult result = await CliProcess.RunAsync(_home, ["emulator", "--port", $"{port}"]);

        Assert.Equal($$"""{  "endpoint": "http://127.0.0.1:{{port}}"}""", announcement);
        Assert.Equal(ExitCode.Failed, result.ExitCode);
        Assert.Contains($"{port}", result.Error);
        Assert.EndsWith("--port 0' to take a free one.\n", result.Error);
    }

    public void Dispose() => _home.Dispose();
}
