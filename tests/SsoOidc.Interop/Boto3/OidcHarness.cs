using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SsoOidc.Emulator;

namespace SsoOidc.Interop.Boto3;

/// <summary>boto3's client of SSO OIDC, and an emulator on a fake clock that it calls.</summary>
internal sealed class OidcHarness : IAsyncDisposable
{
    public const string StartUrl = "https://d-1234567890.awsapps.com/start";
    public const string DeviceCode = "urn:ietf:params:oauth:grant-type:device_code";
    public const string AccountAccess = "sso:account:access";
    public const string RedirectUri = "http://127.0.0.1/oauth/callback";

    private OidcHarness(SsoOidcEmulator emulator, FakeTimeProvider time, bool withOurModel)
    {
        Emulator = emulator;
        Time = time;
        Client = new Boto3Client(
            "sso-oidc",
            emulator.BaseAddress,
            withOurModel ? [("AWS_DATA_PATH", BotocoreData.Models)] : []
        );
    }

    public SsoOidcEmulator Emulator { get; }

    public FakeTimeProvider Time { get; }

    public Boto3Client Client { get; }

    /// <param name="autoApprove">Approves every sign-in at once.</param>
    /// <param name="withOurModel">Lets boto3 read this repository's model: Debian's own is older than the browser flow.</param>
    public static async Task<OidcHarness> StartAsync(bool autoApprove = false, bool withOurModel = false)
    {
        FakeTimeProvider time = new(DateTimeOffset.UtcNow);
        return new OidcHarness(
            await SsoOidcEmulator.StartAsync(new EmulatorOptions { TimeProvider = time, AutoApprove = autoApprove }),
            time,
            withOurModel
        );
    }

    /// <summary>Registers a client for device codes and refreshing.</summary>
    public Task<JsonNode> RegisterAsync() =>
        Client.CallAsync(
            "register_client",
            new
            {
                clientName = "boto3",
                clientType = "public",
                scopes = (string[])[AccountAccess],
            }
        );

    /// <summary>Starts a sign-in with a device code.</summary>
    public Task<JsonNode> AuthorizeAsync(JsonNode registration) =>
        Client.CallAsync(
            "start_device_authorization",
            new
            {
                clientId = Text(registration, "clientId"),
                clientSecret = Text(registration, "clientSecret"),
                startUrl = StartUrl,
            }
        );

    /// <summary>The arguments with which a device code is turned into tokens.</summary>
    public static object DeviceGrant(JsonNode registration, JsonNode authorization) =>
        new
        {
            grantType = DeviceCode,
            clientId = Text(registration, "clientId"),
            clientSecret = Text(registration, "clientSecret"),
            deviceCode = Text(authorization, "deviceCode"),
        };

    /// <summary>The arguments with which a refresh token is turned into tokens.</summary>
    public static object RefreshGrant(JsonNode registration, JsonNode token) =>
        new
        {
            grantType = "refresh_token",
            clientId = Text(registration, "clientId"),
            clientSecret = Text(registration, "clientSecret"),
            refreshToken = Text(token, "refreshToken"),
        };

    public static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Emulator.DisposeAsync();
    }
}
