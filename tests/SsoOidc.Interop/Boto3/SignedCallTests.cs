using System.Text.Json.Nodes;
using SsoOidc.Emulator;

namespace SsoOidc.Interop.Boto3;

/// <summary>boto3's signatures in the eyes of the emulator, by this repository's model: Debian's knows no signed call.</summary>
public class SignedCallTests
{
    private static readonly EmulatorOptions s_defaults = new();
    private static readonly (string Id, string Secret) s_key = s_defaults
        .AccessKeys.Select(key => (key.Key, key.Value))
        .Single();

    [Fact]
    public async Task The_right_key_exchanges_a_persons_token_and_a_wrong_one_does_not()
    {
        await using OidcHarness oidc = await OidcHarness.StartAsync(autoApprove: true);
        JsonNode registration = await oidc.RegisterAsync();
        JsonNode token = await oidc.Client.CallAsync(
            "create_token",
            OidcHarness.DeviceGrant(registration, await oidc.AuthorizeAsync(registration))
        );
        object exchange = new
        {
            grantType = "urn:ietf:params:oauth:grant-type:token-exchange",
            clientId = s_defaults.Applications[0].Arn,
            subjectToken = OidcHarness.Text(token, "accessToken"),
            subjectTokenType = "urn:ietf:params:oauth:token-type:access_token",
        };
        using Boto3Client right = Sign(oidc, s_key.Secret);
        using Boto3Client wrong = Sign(oidc, s_key.Secret.ToLowerInvariant());

        JsonNode exchanged = await right.CallAsync("create_token_with_iam", exchange);
        JsonNode error = await wrong.FailAsync("create_token_with_iam", exchange);

        Assert.NotEmpty(OidcHarness.Text(exchanged, "accessToken"));
        Assert.Equal("InvalidSignatureException", error["Error"]!["Code"]!.GetValue<string>());
    }

    private static Boto3Client Sign(OidcHarness oidc, string secret) =>
        new(
            "sso-oidc",
            oidc.Emulator.BaseAddress,
            ("AWS_DATA_PATH", BotocoreData.Models),
            ("AWS_ACCESS_KEY_ID", s_key.Id),
            ("AWS_SECRET_ACCESS_KEY", secret)
        );
}
