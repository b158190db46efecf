using SsoOidc.Portal;
using SsoOidcGen.Runtime;

namespace SsoOidc.Interop.AwsCli;

/// <summary>Whoever signs out ends what the other began.</summary>
public class LogoutTests
{
    [Fact]
    public async Task The_CLI_signs_out_of_what_was_signed_in_here()
    {
        await using SharedHome home = await SharedHome.CreateAsync();
        await home.RunToolAsync("login", "--session", "dev", "--use-device-code", "--no-browser");
        await home.RunToolAsync("credentials", "--profile", "role");
        string token = await home.RunToolAsync("token", "--session", "dev");

        await home.RunAwsAsync("sso", "logout");

        await AssertSignedOutAsync(home, token.Trim());
    }

    [Theory]
    [InlineData()]
    [InlineData("--session", "dev")]
    public async Task The_tool_signs_out_of_what_was_signed_in_with_the_CLI(params string[] which)
    {
        await using SharedHome home = await SharedHome.CreateAsync();
        await home.RunAwsAsync("sso", "login", "--profile", "role");
        await home.ExportAsync("role");
        string token = await home.RunToolAsync("token", "--session", "dev");

        string output = await home.RunToolAsync(["logout", .. which]);

        Assert.Equal("Signed out of 1 session.\n", output);
        await AssertSignedOutAsync(home, token.Trim());
    }

    private static async Task AssertSignedOutAsync(SharedHome home, string accessToken)
    {
        using SsoLogin login = home.CreateLogin();
        await Assert.ThrowsAsync<SignInRequiredException>(() => login.GetTokenAsync());
        Assert.Empty(home.RoleCredentials.List());
        using SsoPortalClient portal = new(
            new ServiceClientOptions { Endpoint = home.Emulator.BaseAddress, Region = login.Session.Region }
        );
        await Assert.ThrowsAsync<UnauthorizedException>(() =>
            portal.ListAccountsAsync(new ListAccountsRequest { AccessToken = accessToken })
        );
    }
}
