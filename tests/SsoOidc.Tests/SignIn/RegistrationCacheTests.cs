using System.Text;
using SsoOidc.Tests.Tokens;
using SsoOidcGen.Runtime;

namespace SsoOidc.Tests.SignIn;

public sealed class RegistrationCacheTests : IDisposable
{
    private readonly SignInHarness _harness = new();

    private static CancellationToken Cancellation => SignInHarness.Cancellation;

    public void Dispose() => _harness.Dispose();

    [Theory]
    [InlineData(15 * 60, 1)]
    [InlineData((15 * 60) - 1, 2)]
    public async Task A_registration_is_reused_until_a_quarter_of_an_hour_before_its_end(int secondsLeft, int count)
    {
        _harness.WithRegistration(TimeSpan.FromDays(90)).WithDeviceAuthorization().WithToken();
        await _harness.Login.SignInAsync(Cancellation);

        _harness.Time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(secondsLeft));
        await _harness.Login.SignInAsync(Cancellation);

        Assert.Equal(count, _harness.Service.CallsTo(SignInHarness.Register).Count);
    }

    [Fact]
    public async Task A_registration_that_lasts_beyond_the_calendar_lasts_to_its_end()
    {
        _harness
            .WithDeviceAuthorization()
            .WithToken()
            .Service.On(
                SignInHarness.Register,
                """{"clientId": "c", "clientSecret": "s", "clientSecretExpiresAt": 9000000000000000000}"""
            );

        SsoToken token = await _harness.Login.SignInAsync(Cancellation);

        Assert.Equal(9999, token.RegistrationExpiresAt?.Year);
    }

    [Fact]
    public async Task It_is_not_the_AWS_CLIs()
    {
        _harness.WithRegistration().WithDeviceAuthorization().WithToken();
        await _harness.Login.SignInAsync(Cancellation);

        string own = CacheKeys.Registration(_harness.Session, "us-west-2", "ssooidc-device");
        string cli = CacheKeys.Registration(_harness.Session, "us-west-2", "botocore");
        Assert.NotNull(await _harness.Store.ReadAsync(own, Cancellation));
        Assert.Null(await _harness.Store.ReadAsync(cli, Cancellation));
    }

    [Fact]
    public async Task Its_entry_holds_the_client_and_what_it_was_registered_for()
    {
        _harness.Session = _harness.Session with { Scopes = ["sso:account:access", "openid"] };
        _harness.WithRegistration().WithDeviceAuthorization().WithToken();
        await _harness.Login.SignInAsync(Cancellation);

        byte[]? entry = await _harness.Store.ReadAsync(
            CacheKeys.Registration(_harness.Session, "us-west-2", "ssooidc-device"),
            Cancellation
        );

        string end = CacheTimestamp.Format(RecordingTime.Origin + TimeSpan.FromDays(90));
        Assert.Equal(
            $$"""{"clientId": "client-1", "clientSecret": "client-secret", "expiresAt": "{{end}}", "scopes": ["sso:account:access", "openid"]}""",
            Encoding.UTF8.GetString(entry!)
        );
        ClientRegistration read = ClientRegistration.FromJson(entry);
        Assert.Equal(entry, read.ToJson());
        read = read with { GrantTypes = ["authorization_code"] };
        Assert.Equal(["authorization_code"], ClientRegistration.FromJson(read.ToJson()).GrantTypes);
        Assert.DoesNotContain("secret", read.ToString());
    }

    [Fact]
    public async Task Other_scopes_take_another_registration()
    {
        _harness.WithRegistration().WithDeviceAuthorization().WithToken();
        await _harness.Login.SignInAsync(Cancellation);
        using SsoLogin other = new(_harness.Session with { Scopes = ["openid"] }, _harness.Options);

        await other.SignInAsync(Cancellation);

        Assert.Equal(2, _harness.Service.CallsTo(SignInHarness.Register).Count);
    }

    [Fact]
    public async Task A_registration_that_the_service_forgot_is_replaced()
    {
        _harness
            .WithRegistration()
            .WithDeviceAuthorization()
            .WithToken()
            .Service.OnError(SignInHarness.Authorize, "invalid_client");
        _harness.WithDeviceAuthorization();
        await _harness.Login.SignInAsync(Cancellation);

        await _harness.Login.SignInAsync(Cancellation);

        Assert.Equal(2, _harness.Service.CallsTo(SignInHarness.Register).Count);
    }

    [Fact]
    public async Task A_service_that_refuses_new_registrations_too_is_believed()
    {
        _harness.WithRegistration().Service.OnError(SignInHarness.Authorize, "invalid_client");

        await Assert.ThrowsAsync<InvalidClientException>(() => _harness.Login.SignInAsync(Cancellation));

        Assert.Equal(2, _harness.Service.CallsTo(SignInHarness.Register).Count);
    }

    [Theory]
    [InlineData("clientId")]
    [InlineData("clientSecret")]
    public async Task A_response_that_lacks_a_member_is_told(string member)
    {
        _harness.Service.On(
            SignInHarness.Register,
            """{"clientId": "c", "clientSecret": "s", "clientSecretExpiresAt": 9000000000}""".Replace(
                $"\"{member}\"",
                "\"other\""
            )
        );

        SsoException exception = await Assert.ThrowsAsync<SsoException>(() => _harness.Login.SignInAsync(Cancellation));

        Assert.Equal(
            $"The service responded to RegisterClient without '{member}'. Check that the endpoint is one of IAM Identity Center.",
            exception.Message
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(", \"clientSecretExpiresAt\": 0")]
    [InlineData(", \"clientSecretExpiresAt\": -5")]
    public async Task A_registration_without_an_end_is_used_once(string end)
    {
        _harness
            .WithDeviceAuthorization()
            .WithToken()
            .Service.On(SignInHarness.Register, $"{{\"clientId\": \"c\", \"clientSecret\": \"s\"{end}}}");

        SsoToken token = await _harness.Login.SignInAsync(Cancellation);
        await _harness.Login.SignInAsync(Cancellation);

        Assert.Equal(DateTimeOffset.UnixEpoch, token.RegistrationExpiresAt);
        Assert.Equal(2, _harness.Service.CallsTo(SignInHarness.Register).Count);
    }

    [Fact]
    public async Task A_registration_that_cannot_be_removed_leaves_it_to_the_service()
    {
        ScriptedStore store = new();
        _harness.Options = _harness.Options with { TokenStore = store };
        _harness
            .WithRegistration()
            .WithDeviceAuthorization()
            .WithToken()
            .Service.OnError(SignInHarness.Authorize, "invalid_client");
        await _harness.Login.SignInAsync(Cancellation);
        store.MakeReadOnly();

        await Assert.ThrowsAsync<InvalidClientException>(() => _harness.Login.SignInAsync(Cancellation));
    }
}
