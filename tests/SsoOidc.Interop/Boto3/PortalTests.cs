using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Interop.Boto3;

/// <summary>The emulated access portal in the eyes of boto3.</summary>
public class PortalTests
{
    [Fact]
    public async Task Every_error_is_one_of_its_exceptions()
    {
        await using SharedHome home = await SharedHome.CreateAsync();
        using SsoLogin login = home.CreateLogin();
        string accessToken = (await login.SignInAsync()).AccessToken;
        using Boto3Client portal = new("sso", home.Emulator.BaseAddress);

        JsonNode unauthorized = await portal.FailAsync("list_accounts", new { accessToken = "none" });
        JsonNode notFound = await portal.FailAsync(
            "get_role_credentials",
            new
            {
                accessToken,
                accountId = SharedHome.AccountId,
                roleName = "Nobody",
            }
        );
        JsonNode invalid = await portal.FailAsync("list_accounts", new { accessToken, nextToken = "elsewhere" });
        home.Emulator.Faults.Add(EmulatorOperation.ListAccounts, Throttled);
        JsonNode throttled = await portal.FailAsync("list_accounts", new { accessToken });

        AssertError(unauthorized, "UnauthorizedException", 401);
        AssertError(notFound, "ResourceNotFoundException", 404);
        AssertError(invalid, "InvalidRequestException", 400);
        AssertError(throttled, "TooManyRequestsException", 429);
    }

    [Fact]
    public async Task Signing_out_ends_the_token()
    {
        await using SharedHome home = await SharedHome.CreateAsync();
        using SsoLogin login = home.CreateLogin();
        string accessToken = (await login.SignInAsync()).AccessToken;
        using Boto3Client portal = new("sso", home.Emulator.BaseAddress);

        await portal.CallAsync("list_accounts", new { accessToken });
        await portal.CallAsync("logout", new { accessToken });

        AssertError(await portal.FailAsync("list_accounts", new { accessToken }), "UnauthorizedException", 401);
    }

    private static Fault Throttled =>
        new()
        {
            Status = 429,
            Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = "TooManyRequestsException" },
            Body = """{"message": "Too many requests"}""",
        };

    private static void AssertError(JsonNode error, string exception, int status)
    {
        Assert.Equal(exception, error["exception"]!.GetValue<string>());
        Assert.NotEmpty(error["message"]!.GetValue<string>());
        Assert.Equal(status, error["ResponseMetadata"]!["HTTPStatusCode"]!.GetValue<int>());
    }
}
