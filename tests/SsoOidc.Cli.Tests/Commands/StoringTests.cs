using SsoOidc.Emulator;

namespace SsoOidc.Cli.Tests.Commands;

/// <summary>What the tool does so that nobody has to sign in again without need.</summary>
public class StoringTests
{
    private static readonly string s_name = new SsoSession
    {
        Name = "dev",
        StartUrl = "",
        Region = "",
    }.TokenName;

    [Fact]
    public async Task Ctrl_C_does_not_lose_a_token_that_was_asked_for()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        await ExpireAsync(home, minutesLeft: 0);
        int before = home.Emulator.Requests.Count;
        home.Emulator.Faults.Add(EmulatorOperation.CreateToken, new Fault { Delay = TimeSpan.FromSeconds(1) });
        using ChildProcess process = home.Start("token");
        while (home.Emulator.Requests.Count == before)
        {
            await Task.Yield();
        }

        process.Interrupt();
        CliResult result = await process.WaitAsync();

        Assert.Equal(ExitCode.Canceled, result.ExitCode);
        Assert.True((await ReadAsync(home)).ExpiresAt > DateTimeOffset.UtcNow);
        Assert.Equal(ExitCode.Success, (await home.RunAsync("token")).ExitCode);
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_costs_one_warning_and_no_token()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        SsoToken token = await ExpireAsync(home, minutesLeft: 5);
        // Root is not stopped by permissions.
        string folder = home.Home.CacheDirectory;
        File.Delete(Path.Combine(folder, s_name + ".lock"));
        Directory.CreateDirectory(Path.Combine(folder, s_name + ".lock"));

        CliResult result = await home.RunAsync("token");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(token.AccessToken, result.Output.Trim());
        Assert.StartsWith("Warning: ", Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task A_sign_in_whose_token_cannot_be_stored_fails()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);
        // A directory cannot be replaced by a file, by root neither.
        Directory.CreateDirectory(Path.Combine(home.TokenFile, "full"));

        CliResult result = await home.RunAsync("login", "--session", "dev", "--use-device-code", "--no-browser");

        Assert.Equal(ExitCode.Failed, result.ExitCode);
        Assert.DoesNotContain("You are signed in", result.Output);
        Assert.Contains(
            $"Warning: The new token for session 'dev' could not be stored in {home.TokenFile}",
            result.Error
        );
        Assert.Contains("error: You signed in to dev, but the token could not be stored", result.Error);
    }

    [Fact]
    public async Task The_folder_is_flushed_after_the_rename_so_that_a_power_cut_keeps_the_token()
    {
        Programs.Require("/usr/bin/strace", "strace");
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);
        string trace = Path.Combine(home.Home.Path, "trace");

        using ChildProcess process = ChildProcess.Start(
            home.Home,
            [
                .. (string[])["strace", "-f", "-y", "-e", "trace=rename,fsync", "-o", trace],
                .. (string[])["dotnet", typeof(CommandLine).Assembly.Location],
                .. (string[])["login", "--session", "dev", "--use-device-code", "--no-browser"],
            ],
            ("AWS_ENDPOINT_URL", home.Emulator.BaseAddress.AbsoluteUri)
        );
        CliResult result = await process.WaitAsync();

        Assert.Equal(ExitCode.Success, result.ExitCode);
        string[] calls = File.ReadAllLines(trace);
        int rename = Array.FindLastIndex(calls, call => call.Contains($"\"{home.TokenFile}\")"));
        Assert.True(rename >= 0, string.Join('\n', calls));
        Assert.Contains(calls[rename..], call => call.Contains($"<{home.Home.CacheDirectory}>) = 0"));
    }

    private static async Task<SsoToken> ExpireAsync(SignedInHome home, int minutesLeft)
    {
        SsoToken token = (await ReadAsync(home)) with { ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(minutesLeft) };
        await new FileTokenStore(home.Home.CacheDirectory).WriteAsync(s_name, token.ToJson());
        return token;
    }

    private static async Task<SsoToken> ReadAsync(SignedInHome home) =>
        SsoToken.FromJson(await File.ReadAllBytesAsync(new FileTokenStore(home.Home.CacheDirectory).PathOf(s_name)));
}
