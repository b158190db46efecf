using SsoOidc.Emulator;

namespace SsoOidc.Tests.Emulator;

public sealed class EmulatorOptionsTests
{
    [Fact]
    public void Defaults_resemble_the_service()
    {
        EmulatorOptions options = new();

        Assert.Equal(0, options.Port);
        Assert.Same(TimeProvider.System, options.TimeProvider);
        Assert.False(options.AutoApprove);
        Assert.Equal(TimeSpan.FromSeconds(1), options.Interval);
        Assert.Equal(TimeSpan.FromMinutes(10), options.DeviceCodeLifetime);
        Assert.Equal(TimeSpan.FromMinutes(10), options.AuthorizationCodeLifetime);
        Assert.Equal(TimeSpan.FromHours(8), options.AccessTokenLifetime);
        Assert.Equal(TimeSpan.FromDays(90), options.RefreshTokenLifetime);
        Assert.Equal(TimeSpan.FromDays(90), options.ClientSecretLifetime);
        Assert.Equal(TimeSpan.FromHours(1), options.RoleCredentialsLifetime);
        Assert.True(options.RotateRefreshTokens);
        Assert.True(options.ReuseEndsSession);
        Assert.Empty(options.StartUrls);
        Assert.Empty(options.VanityRedirects);
        Assert.Equal(20, options.PortalPageSize);
        Assert.Equal(
            [
                "sso:account:access",
                "openid",
                "aws",
                "sts:identity_context",
                "codewhisperer:completions",
                "codewhisperer:analysis",
                "codewhisperer:conversations",
            ],
            options.Scopes
        );
        Assert.Equal([new("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")], options.AccessKeys);
    }

    [Fact]
    public void The_sample_application_is_one_of_account_111111111111()
    {
        EmulatorApplication application = Assert.Single(new EmulatorOptions().Applications);

        Assert.Equal(
            "arn:aws:sso::111111111111:application/ssoins-0123456789abcdef/apl-0123456789abcdef",
            application.Arn
        );
        Assert.Equal(["http://127.0.0.1/oauth/callback"], application.RedirectUris);
        Assert.Equal(["openid", "aws", "sts:identity_context"], application.Scopes);
    }

    [Fact]
    public void The_shortest_and_the_longest_lifetime_are_accepted()
    {
        Assert.Equal(
            TimeSpan.FromSeconds(1),
            new EmulatorOptions { DeviceCodeLifetime = TimeSpan.FromSeconds(1) }.DeviceCodeLifetime
        );
        Assert.Equal(
            TimeSpan.FromDays(10_000),
            new EmulatorOptions { AccessTokenLifetime = TimeSpan.FromDays(10_000) }.AccessTokenLifetime
        );
    }

    [Fact]
    public void Every_lifetime_has_these_limits()
    {
        TimeSpan tooShort = TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1);
        TimeSpan tooLong = TimeSpan.FromDays(10_000) + TimeSpan.FromTicks(1);

        Refuses(nameof(EmulatorOptions.DeviceCodeLifetime), () => new() { DeviceCodeLifetime = tooShort });
        Refuses(nameof(EmulatorOptions.AuthorizationCodeLifetime), () => new() { AuthorizationCodeLifetime = tooLong });
        Refuses(nameof(EmulatorOptions.AccessTokenLifetime), () => new() { AccessTokenLifetime = tooShort });
        Refuses(nameof(EmulatorOptions.RefreshTokenLifetime), () => new() { RefreshTokenLifetime = tooLong });
        Refuses(nameof(EmulatorOptions.ClientSecretLifetime), () => new() { ClientSecretLifetime = tooShort });
        Refuses(nameof(EmulatorOptions.RoleCredentialsLifetime), () => new() { RoleCredentialsLifetime = tooLong });
    }

    private static void Refuses(string name, Func<EmulatorOptions> create) =>
        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(() => create()).ParamName);
}
