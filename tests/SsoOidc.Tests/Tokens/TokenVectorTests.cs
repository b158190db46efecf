using System.Text.Json.Nodes;
using SsoOidc.Tests.SignIn;

namespace SsoOidc.Tests.Tokens;

public class TokenVectorTests
{
    public static TheoryData<string> Names => new(TokenVectors.All.Select(vector => vector.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_vector_holds(string name)
    {
        TokenVector vector = TokenVectors.All.Single(vector => vector.Name == name);
        using SignInHarness harness = new(new DateTimeOffset(2021, 12, 25, 13, 30, 0, TimeSpan.Zero));
        await harness.CacheAsync(vector.Cached);
        if (vector.Response is not null)
        {
            harness.Service.On(SignInHarness.Token, vector.Response);
        }

        if (vector.Token is null)
        {
            await Assert.ThrowsAsync<SignInRequiredException>(() =>
                harness.Login.GetTokenAsync(SignInHarness.Cancellation)
            );
        }
        else
        {
            SsoToken token = await harness.Login.GetTokenAsync(SignInHarness.Cancellation);
            Assert.Equal(vector.Token, token.AccessToken);
            Assert.Equal(new DateTimeOffset(2021, 12, 25, 21, 30, 0, TimeSpan.Zero), token.ExpiresAt);
        }

        AssertJson(vector.Written ?? vector.Cached, await harness.CachedAsync());
        if (vector.Written is not null)
        {
            AssertJson(
                """{"grantType": "refresh_token", "clientId": "clientid", "clientSecret": "YSBzZWNyZXQ=", "refreshToken": "cachedrefreshtoken"}""",
                Assert.Single(harness.Service.Calls).Json
            );
        }
    }

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());
}
