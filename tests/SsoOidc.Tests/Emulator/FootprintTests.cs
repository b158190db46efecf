using System.Text;
using Microsoft.AspNetCore.Http;
using SsoOidc.Emulator;
using EmulatedClient = SsoOidc.Emulator.Client;
using EmulatedRequest = SsoOidc.Emulator.AuthorizationRequest;

namespace SsoOidc.Tests.Emulator;

/// <summary>What the stores count, so that no text of a request can fill the memory unnoticed.</summary>
public sealed class FootprintTests
{
    private static readonly string s_text = new('x', 1000);
    private const long BytesOfText = 2000;

    [Fact]
    public void A_text_counts_with_its_characters_and_none_counts_nothing()
    {
        Assert.Equal(0, Footprint.Of((string?)null));
        Assert.Equal(0, Footprint.Of((IReadOnlyList<string>?)null));
        Assert.Equal(BytesOfText, Footprint.Of(s_text) - Footprint.Of(""));
        Assert.Equal(Footprint.Of("a") + Footprint.Of("bcd"), Footprint.Of(["a", "bcd"]));
    }

    [Fact]
    public void Every_text_of_a_client_counts()
    {
        long bytes = Client().Bytes;

        Assert.Equal(BytesOfText, Client(name: s_text).Bytes - bytes);
        Assert.Equal(Footprint.Of(s_text), Client(scopes: [s_text]).Bytes - bytes);
        Assert.Equal(Footprint.Of(s_text), Client(grantTypes: [s_text]).Bytes - bytes);
        Assert.Equal(Footprint.Of(s_text), Client(redirectUris: [s_text]).Bytes - bytes);
        Assert.Equal(Footprint.Entry, bytes - Footprint.Of(""));
    }

    [Fact]
    public void A_session_and_a_request_count_with_their_client()
    {
        EmulatedClient client = Client(name: s_text);

        Assert.Equal(
            Footprint.Entry + client.Bytes + Footprint.Of(s_text),
            new Session(client, [s_text], DateTimeOffset.UnixEpoch).Bytes
        );
        Assert.Equal(
            Footprint.Entry + client.Bytes + Footprint.Of("uri") + Footprint.Of("state") + Footprint.Of(s_text),
            new EmulatedRequest(client, "uri", "state", [s_text], CodeChallenge: null).Bytes
        );
    }

    [Fact]
    public async Task Every_text_of_a_recorded_request_counts()
    {
        long bytes = await BytesOfAsync(static _ => { });

        Assert.Equal(BytesOfText, await BytesOfAsync(static request => request.Path = $"/{s_text}") - bytes);
        Assert.Equal(
            BytesOfText + 2,
            await BytesOfAsync(static request => request.QueryString = new QueryString($"?{s_text}")) - bytes
        );
        Assert.Equal(
            BytesOfText,
            await BytesOfAsync(static request => request.Body = new MemoryStream(Encoding.UTF8.GetBytes(s_text)))
                - bytes
        );
        Assert.Equal(
            Footprint.Of("x-long") + Footprint.Of(s_text),
            await BytesOfAsync(static request => request.Headers["x-long"] = s_text) - bytes
        );
    }

    private static async Task<long> BytesOfAsync(Action<HttpRequest> change)
    {
        DefaultHttpContext context = new();
        context.Request.Path = "/";
        change(context.Request);
        return (await RecordedRequest.ReadAsync(context, EmulatorOperation.Unknown)).Bytes;
    }

    private static EmulatedClient Client(
        string name = "",
        IReadOnlyList<string>? scopes = null,
        IReadOnlyList<string>? grantTypes = null,
        IReadOnlyList<string>? redirectUris = null
    ) =>
        new()
        {
            Id = "id",
            Name = name,
            Secret = "secret",
            SecretExpiresAt = DateTimeOffset.MaxValue,
            Scopes = scopes ?? [],
            RegisteredGrantTypes = grantTypes,
            RedirectUris = redirectUris ?? [],
        };
}
