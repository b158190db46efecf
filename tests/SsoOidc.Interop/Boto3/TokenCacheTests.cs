using System.Text.Json.Nodes;
using SsoOidc.Emulator;
using SsoOidc.Portal;

namespace SsoOidc.Interop.Boto3;

/// <summary>One token cache for this library and boto3.</summary>
public class TokenCacheTests
{
    [Fact]
    public async Task A_token_signed_in_here_opens_accounts_and_roles_to_boto3()
    {
        await using SharedHome home = await SharedHome.CreateAsync(
            new EmulatorOptions { AutoApprove = true, PortalPageSize = 1 }
        );
        using SsoLogin login = home.CreateLogin();
        SsoToken token = await login.SignInAsync();

        JsonNode found = await home.ReadInBoto3Async("role");

        Assert.Equal("sso", Text(found, "method"));
        Assert.StartsWith("ASIA", Text(found, "accessKeyId"));
        Assert.Equal(token.AccessToken, Text(found, "accessToken"));
        Assert.Equal(await RolesAsync(login), found["roles"]!.AsArray().Select(role => role!.GetValue<string>()));
    }

    [Fact]
    public async Task A_token_without_session_is_found_by_its_start_url()
    {
        await using SharedHome home = await SharedHome.CreateAsync();
        using SsoLogin login = home.CreateLogin("legacy");
        await login.SignInAsync();

        JsonNode found = await home.ReadInBoto3Async("legacy");

        Assert.Equal("sso", Text(found, "method"));
        Assert.StartsWith("ASIA", Text(found, "accessKeyId"));
    }

    [Fact]
    public async Task Refreshing_goes_on_with_what_the_other_left()
    {
        // Within fifteen minutes of its end everybody refreshes, and a refresh token that was used before ends the sign-in.
        await using SharedHome home = await SharedHome.CreateAsync(
            new EmulatorOptions { AutoApprove = true, AccessTokenLifetime = TimeSpan.FromMinutes(10) }
        );
        using SsoLogin login = home.CreateLogin();
        string first = (await login.SignInAsync()).AccessToken;

        string second = Text(await home.ReadInBoto3Async("role"), "accessToken");
        string third = (await login.GetTokenAsync()).AccessToken;
        string fourth = Text(await home.ReadInBoto3Async("role"), "accessToken");

        Assert.Distinct([first, second, third, fourth]);
    }

    private static async Task<List<string>> RolesAsync(SsoLogin login)
    {
        AccessPortal portal = new(login);
        List<string> roles = [];
        await foreach (AccountInfo account in portal.ListAccountsAsync())
        {
            await foreach (RoleInfo role in portal.ListRolesAsync(account.AccountId!))
            {
                roles.Add($"{role.AccountId}/{role.RoleName}");
            }
        }

        return roles;
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
