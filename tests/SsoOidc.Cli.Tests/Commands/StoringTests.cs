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

    private static async Task<SsoToken> ExpireAsync(SignedInHome home, int minutesLeft)
    {
        SsoToken token = (await ReadAsync(home)) with { ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(minutesLeft) };
        await new FileTokenStore(home.Home.CacheDirectory).WriteAsync(s_name, token.ToJson());
        return token;
    }

    private static async Task<SsoToken> ReadAsync(SignedInHome home) =>
        SsoToken.FromJson(await File.ReadAllBytesAsync(new FileTokenStore(home.Home.CacheDirectory).PathOf(s_name)));
}
