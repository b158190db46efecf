using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

/// <summary>An emulator on a fake clock, spoken to with nothing but an <see cref="HttpClient"/>.</summary>
internal sealed class EmulatorHarness : IAsyncDisposable
{
    public const string StartUrl = "https://d-1234567890.awsapps.com/start";
    public const string DeviceCodeGrant = "urn:ietf:params:oauth:grant-type:device_code";

    private EmulatorHarness(SsoOidcEmulator emulator, FakeTimeProvider time)
    {
        Emulator = emulator;
        Time = time;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            BaseAddress = emulator.BaseAddress,
        };
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public SsoOidcEmulator Emulator { get; }

    public FakeTimeProvider Time { get; }

    public HttpClient Http { get; }

    public static async Task<EmulatorHarness> StartAsync(Func<FakeTimeProvider, EmulatorOptions>? configure = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
        EmulatorOptions options = configure?.Invoke(time) ?? new EmulatorOptions { TimeProvider = time };
        return new EmulatorHarness(await SsoOidcEmulator.StartAsync(options, Cancellation), time);
    }

    public async Task<EmulatorResponse> PostAsync(string path, JsonObject body) =>
        await EmulatorResponse.ReadAsync(await Http.PostAsJsonAsync(path, body, Cancellation));

    public async Task<EmulatorResponse> SendAsync(
        HttpMethod method,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await EmulatorResponse.ReadAsync(await Http.SendAsync(request, Cancellation));
    }

    public async Task<EmulatorResponse> PostFormAsync(
        string path,
        string? origin,
        params (string Name, string Value)[] fields
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(
            fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
        );
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await EmulatorResponse.ReadAsync(await Http.SendAsync(request, Cancellation));
    }

    /// <summary>The origin a browser names when it posts a form of the emulator's own pages.</summary>
    public string OwnOrigin => Emulator.BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>Registers a client; the answer holds <c>clientId</c> and <c>clientSecret</c> ready to be sent back.</summary>
    public async Task<JsonObject> RegisterAsync(Action<JsonObject>? change = null)
    {
        var request = new JsonObject
        {
            ["clientName"] = "test",
            ["clientType"] = "public",
            ["scopes"] = new JsonArray("sso:account:access"),
        };
        change?.Invoke(request);
        EmulatorResponse answer = await PostAsync("client/register", request);
        Assert.Equal(200, answer.Status);
        return new JsonObject
        {
            ["clientId"] = answer.Text("clientId"),
            ["clientSecret"] = answer.Text("clientSecret"),
        };
    }

    public Task<EmulatorResponse> StartDeviceAsync(JsonObject client) =>
        PostAsync("device_authorization", With(client, ("startUrl", StartUrl)));

    public Task<EmulatorResponse> PollAsync(JsonObject client, string deviceCode) =>
        PostAsync("token", With(client, ("grantType", DeviceCodeGrant), ("deviceCode", deviceCode)));

    public Task<EmulatorResponse> RefreshAsync(JsonObject client, string refreshToken) =>
        PostAsync("token", With(client, ("grantType", "refresh_token"), ("refreshToken", refreshToken)));

    /// <summary>The whole device sign-in; returns the answer that holds the tokens.</summary>
    public async Task<EmulatorResponse> SignInAsync(JsonObject client)
    {
        EmulatorResponse started = await StartDeviceAsync(client);
        Emulator.Approve(started.Text("userCode"));
        EmulatorResponse tokens = await PollAsync(client, started.Text("deviceCode"));
        Assert.Equal(200, tokens.Status);
        return tokens;
    }

    public Task<EmulatorResponse> PortalAsync(string path, string accessToken) =>
        SendAsync(HttpMethod.Get, path, ("x-amz-sso_bearer_token", accessToken));

    public static JsonObject With(JsonObject body, params (string Name, string Value)[] members)
    {
        JsonObject copy = body.DeepClone().AsObject();
        foreach ((string name, string value) in members)
        {
            copy[name] = value;
        }

        return copy;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
    }
}
