using SsoOidc.Portal;

namespace SsoOidc.Tests.Client;

public sealed class RedactionTests
{
    private const string Secret = "hunter2";

    public static TheoryData<object> Holders =>
        [
            new CreateTokenRequest
            {
                ClientId = "id",
                ClientSecret = Secret,
                GrantType = "x",
                Code = Secret,
                CodeVerifier = Secret,
                DeviceCode = Secret,
                RefreshToken = Secret,
            },
            new CreateTokenResponse
            {
                AccessToken = Secret,
                IdToken = Secret,
                RefreshToken = Secret,
            },
            new StartDeviceAuthorizationResponse
            {
                DeviceCode = Secret,
                UserCode = Secret,
                VerificationUriComplete = "https://example.com/?user_code=" + Secret,
            },
            new GetRoleCredentialsResponse
            {
                RoleCredentials = new RoleCredentials
                {
                    AccessKeyId = "AKID",
                    SecretAccessKey = Secret,
                    SessionToken = Secret,
                },
            },
            new ListAccountsRequest { AccessToken = Secret },
        ];

    [Theory]
    [MemberData(nameof(Holders), DisableDiscoveryEnumeration = true)]
    public void A_secret_is_never_printed(object holder)
    {
        string text = holder.ToString()!;

        Assert.DoesNotContain(Secret, text);
        Assert.Contains("***", text);
    }
}
