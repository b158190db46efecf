using System.Text.Json;

namespace SsoOidc.Cli.Tests.Commands;

public class PortalCommandsTests
{
    [Fact]
    public async Task Accounts_are_a_table_for_people_and_a_list_for_scripts()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();

        CliResult table = await home.RunAsync("accounts");
        CliResult json = await home.RunAsync("accounts", "--json");

        Assert.Matches("^ACCOUNT +NAME +EMAIL *\n111111111111 +Sandbox +sandbox@example.com *\n", table.Output);
        using JsonDocument list = JsonDocument.Parse(json.Output);
        Assert.Equal(3, list.RootElement.GetArrayLength());
        Assert.Equal("111111111111", list.RootElement[0].GetProperty("accountId").GetString());
    }

    [Fact]
    public async Task Roles_are_those_of_one_account_or_of_all()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync();

        CliResult one = await home.RunAsync("roles", "--account", "333333333333");
        CliResult all = await home.RunAsync("roles", "--json");

        Assert.Matches("^ACCOUNT +ROLE *\n333333333333 +ReadOnlyAccess *\n$", one.Output);
        using JsonDocument list = JsonDocument.Parse(all.Output);
        Assert.Equal(5, list.RootElement.GetArrayLength());
        Assert.Equal("111111111111", list.RootElement[0].GetProperty("accountId").GetString());
        Assert.Equal("AdministratorAccess", list.RootElement[0].GetProperty("roleName").GetString());
    }

    [Fact]
    public async Task Without_a_sign_in_nothing_is_listed()
    {
        await using SignedInHome home = await SignedInHome.CreateAsync(signIn: false);

        CliResult result = await home.RunAsync("accounts", "--json");

        Assert.Equal(ExitCode.SignInRequired, result.ExitCode);
        Assert.Empty(result.Output);
        using JsonDocument failure = JsonDocument.Parse(result.Error);
        Assert.Equal("sign_in_required", failure.RootElement.GetProperty("error").GetString());
    }
}
