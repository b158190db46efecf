namespace SsoOidc.Cli.Tests.Hostile;

/// <summary>Every command, as a process, with something else in the place of a cache entry.</summary>
public sealed class HostileCacheTests
{
    private static readonly string[][] s_usesOfToken =
    [
        ["token"],
        ["accounts"],
        ["roles", "--account", "111111111111"],
        ["credentials", "--account", "111111111111", "--role", "AdministratorAccess"],
    ];

    public HostileCacheTests() =>
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The files are made with the means of Unix.");

    public static TheoryData<string> Kinds =>
        [
            "pipe",
            "endless device",
            "directory",
            "link to nowhere",
            "3 GB",
            "nothing",
            "lone surrogate",
            "invalid UTF-8",
            "time that is none",
            "control characters as token",
            "host name as region",
        ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Beside_a_good_entry_it_harms_no_command(string kind)
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        string tokens = home.Home.CacheDirectory;
        string hostile = Path.Combine(tokens, "0.json");
        HostileFile.Place(kind, hostile);
        HostileFile.Place(kind, Path.Combine(home.Home.Path, ".aws", "cli", "cache", "0.json"));

        foreach (CliResult result in await Task.WhenAll(s_usesOfToken.Select(home.RunAsync)))
        {
            Assert.Equal((ExitCode.Success, ""), (result.ExitCode, result.Error));
        }

        CliResult status = await home.RunAsync("status", "--json");
        Assert.Equal(ExitCode.Success, status.ExitCode);
        Assert.Contains("\"dev\"", status.Output);
        Assert.Contains(hostile, status.Error);

        CliResult logout = await home.RunAsync("logout");
        Assert.Equal(ExitCode.Success, logout.ExitCode);
        Assert.False(File.Exists(home.TokenFile));
        Assert.True(!Path.Exists(hostile) || logout.Error.Contains(hostile) || kind is "nothing" or "endless device");
        Assert.DoesNotContain("hostile-", status.Output + status.Error + logout.Output + logout.Error);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task In_the_place_of_the_token_it_is_named_until_the_next_sign_in(string kind)
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);
        HostileFile.Place(kind, home.TokenFile);

        foreach (CliResult result in await Task.WhenAll(s_usesOfToken.Select(home.RunAsync)))
        {
            Assert.Contains(result.ExitCode, (int[])[ExitCode.SignInRequired, ExitCode.Failed]);
            Assert.Contains(home.TokenFile, result.Error);
            Assert.DoesNotContain("hostile-", result.Output + result.Error);
        }

        CliResult status = await home.RunAsync("status");
        Assert.Equal(ExitCode.SignInRequired, status.ExitCode);
        Assert.Contains(home.TokenFile, status.Error);

        if (kind == "directory")
        {
            CliResult refused = await home.RunAsync("logout", "--session", "dev");
            Assert.Equal(ExitCode.Failed, refused.ExitCode);
            Assert.Contains(home.TokenFile, refused.Error);
            Directory.Delete(home.TokenFile);
        }

        CliResult login = await home.RunAsync("login", "--use-device-code", "--no-browser");
        Assert.Equal(ExitCode.Success, login.ExitCode);
        Assert.Equal(ExitCode.Success, (await home.RunAsync("token")).ExitCode);
    }
}
