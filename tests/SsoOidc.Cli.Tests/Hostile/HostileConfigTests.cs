namespace SsoOidc.Cli.Tests.Hostile;

/// <summary>Commands, as processes, with something else in the place of the shared config, and values that nobody could use.</summary>
public sealed class HostileConfigTests : IDisposable
{
    private static readonly string[] s_configure =
    [
        "configure",
        .. (string[])["--session", "dev", "--start-url", "https://d-1234567890.awsapps.com/start"],
        .. (string[])["--region", "eu-central-1", "--role", "Admin"],
    ];

    private readonly TempHome _home = new();

    public HostileConfigTests() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The files are made with the means of Unix.");

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("pipe")]
    [InlineData("directory")]
    [InlineData("3 GB")]
    public async Task It_is_named_and_not_waited_for(string kind)
    {
        string file = Path.Combine(_home.Path, "hostile");
        HostileFile.Place(kind, file);
        string[][] commands =
        [
            ["status"],
            ["token"],
            [.. s_configure, "--account", "111111111111"],
        ];

        foreach (
            CliResult result in await Task.WhenAll(
                commands.Select(command => CliProcess.RunAsync(_home, command, ("AWS_CONFIG_FILE", file)))
            )
        )
        {
            Assert.Equal(ExitCode.Usage, result.ExitCode);
            Assert.Contains(file, result.Error);
        }
    }

    [Fact]
    public async Task A_device_is_read_as_empty_and_never_written()
    {
        string file = Path.Combine(_home.Path, "null");
        File.CreateSymbolicLink(file, "/dev/null");

        CliResult result = await CliProcess.RunAsync(
            _home,
            [.. s_configure, "--account", "111111111111"],
            ("AWS_CONFIG_FILE", file)
        );

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Equal(
            "error: /dev/null is not a regular file, so nothing can be written to it. Name another file with AWS_CONFIG_FILE, or unset it.\n",
            result.Error
        );
        Assert.Empty(Directory.GetFiles("/dev", "null.*.tmp"));
    }

    [Theory]
    [InlineData("--account", "1")]
    [InlineData("--account", "111111111111", "--default-region", "eu/west")]
    [InlineData("--account", "111111111111", "--profile", "")]
    [InlineData("--account", "111111111111", "--output", "json\u001b[2J")]
    public async Task Of_a_command_line_that_is_refused_nothing_is_written(params string[] options)
    {
        CliResult result = await CliProcess.RunAsync(_home, [.. s_configure, .. options]);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.False(File.Exists(_home.ConfigFile));
    }
}
