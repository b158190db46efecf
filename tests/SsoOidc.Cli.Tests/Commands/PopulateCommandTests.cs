namespace SsoOidc.Cli.Tests.Commands;

public class PopulateCommandTests
{
    [Fact]
    public async Task First_it_says_what_would_change_and_touches_nothing()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        string before = await ReadAsync(home);

        CliResult result = await home.RunAsync("populate", "--session", "dev");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("+ AdministratorAccess-111111111111\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("--write", result.Output, StringComparison.Ordinal);
        Assert.Equal(before, await ReadAsync(home));
    }

    [Fact]
    public async Task Profiles_stand_between_marks_of_their_own_and_the_rest_stays_to_the_byte()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        string before =
            await ReadAsync(home) + "\n# mine\n[profile ReadOnlyAccess-333333333333]\nregion = eu-north-1\n";
        await File.WriteAllTextAsync(home.Home.ConfigFile, before, TestContext.Current.CancellationToken);

        CliResult first = await home.RunAsync(
            "populate",
            "--session",
            "dev",
            "--write",
            "--default-region",
            "eu-west-1"
        );
        string written = await ReadAsync(home);
        CliResult second = await home.RunAsync(
            "populate",
            "--session",
            "dev",
            "--write",
            "--default-region",
            "eu-west-1"
        );

        Assert.StartsWith(before, written, StringComparison.Ordinal);
        Assert.Contains(
            "[profile PowerUserAccess-222222222222]\nsso_session = dev\nsso_account_id = 222222222222\nsso_role_name = PowerUserAccess\nregion = eu-west-1\n",
            written,
            StringComparison.Ordinal
        );
        Assert.Contains("! ReadOnlyAccess-333333333333", first.Output, StringComparison.Ordinal);
        Assert.Equal(written, await ReadAsync(home));
        Assert.Contains("= PowerUserAccess-222222222222", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_below_the_marks_stays_when_they_are_written_anew()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        await home.RunAsync("populate", "--session", "dev", "--write");
        const string Below = "\n[profile later]\nregion = eu-west-1\n";
        await File.AppendAllTextAsync(home.Home.ConfigFile, Below, TestContext.Current.CancellationToken);

        CliResult result = await home.RunAsync(
            "populate",
            "--session",
            "dev",
            "--write",
            "--name-format",
            "{account-name}.{role}"
        );

        string written = await ReadAsync(home);
        Assert.EndsWith(Below, written, StringComparison.Ordinal);
        Assert.Contains("[profile Sandbox.ReadOnlyAccess]", written, StringComparison.Ordinal);
        Assert.DoesNotContain("ReadOnlyAccess-111111111111", written, StringComparison.Ordinal);
        Assert.Contains("- ReadOnlyAccess-111111111111", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_without_the_other_is_an_error_and_nothing_is_written()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();
        await home.RunAsync("populate", "--session", "dev", "--write");
        string cut = string.Join('\n', (await ReadAsync(home)).TrimEnd().Split('\n')[..^1]) + "\n";
        await File.WriteAllTextAsync(home.Home.ConfigFile, cut, TestContext.Current.CancellationToken);

        CliResult result = await home.RunAsync("populate", "--session", "dev", "--write");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Equal(cut, await ReadAsync(home));
    }

    private static Task<string> ReadAsync(SignedInHome home) =>
        File.ReadAllTextAsync(home.Home.ConfigFile, TestContext.Current.CancellationToken);
}
