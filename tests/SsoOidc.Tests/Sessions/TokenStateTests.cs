namespace SsoOidc.Tests.Sessions;

public sealed class TokenStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 0, TokenState.Valid)]
    [InlineData(0, 1, TokenState.Refreshable)]
    [InlineData(0, 0, TokenState.Expired)]
    [InlineData(-1, 1, TokenState.Refreshable)]
    public void A_token_is_good_until_its_second_of_expiry(int token, int registration, TokenState state)
    {
        SsoToken cached = new()
        {
            AccessToken = "a",
            ExpiresAt = Now.AddSeconds(token),
            RefreshToken = "r",
            ClientId = "c",
            ClientSecret = "s",
            RegistrationExpiresAt = Now.AddSeconds(registration),
        };

        Assert.Equal(state, new CachedSession("dev", cached, "file", WrittenBy: null).StateAt(Now));
        Assert.NotEqual(
            TokenState.Refreshable,
            new CachedSession("dev", cached with { RefreshToken = null }, "file", WrittenBy: null).StateAt(Now)
        );
    }
}
