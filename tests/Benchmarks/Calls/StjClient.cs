using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace SsoOidcGen.Benchmarks.Calls;

/// <summary>The same call with the helpers of System.Text.Json and its source generator.</summary>
internal sealed class StjClient(HttpClient http, string endpoint = "https://oidc.eu-central-1.amazonaws.com")
{
    private readonly Uri _token = new(endpoint + "/token");

    public async Task<StjToken> CreateTokenAsync(StjTokenRequest request)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync(
            _token,
            request,
            StjContext.Default.StjTokenRequest
        );
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(StjContext.Default.StjToken))!;
    }
}

public sealed record StjTokenRequest(string ClientId, string ClientSecret, string GrantType, string DeviceCode);

public sealed record StjToken(string? AccessToken, string? TokenType, int? ExpiresIn, string? RefreshToken);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StjTokenRequest))]
[JsonSerializable(typeof(StjToken))]
internal sealed partial class StjContext : JsonSerializerContext;
