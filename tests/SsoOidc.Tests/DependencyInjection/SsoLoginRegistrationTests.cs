using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SsoOidcGen.Runtime;
using static SsoOidc.Tests.DependencyInjection.Registrations;

namespace SsoOidc.Tests.DependencyInjection;

public sealed class SsoLoginRegistrationTests
{
    private static readonly SsoSession Session = new()
    {
        StartUrl = "https://d-1.awsapps.com/start",
        Region = "eu-central-1",
    };

    [Fact]
    public async Task A_login_is_one_for_all_scopes_and_keeps_tokens_where_the_container_says()
    {
        MemoryTokenStore store = new();
        ServiceCollection services = new();
        services.AddSingleton<ITokenStore>(store);
        services.AddSsoLogin(Session);
        await using ServiceProvider provider = services.BuildServiceProvider();
        await using AsyncServiceScope scope = provider.CreateAsyncScope();

        SsoLogin login = provider.GetRequiredService<SsoLogin>();

        Assert.Same(login, scope.ServiceProvider.GetRequiredService<SsoLogin>());
        Assert.Same(Session, login.Session);
        await Assert.ThrowsAsync<SignInRequiredException>(() =>
            login.GetTokenAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public void Options_build_on_those_of_the_container()
    {
        SsoLoginOptions? seen = null;
        ServiceCollection services = new();
        services.AddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddSsoLogin(
            Session,
            (provider, options) => seen = options with { ClientName = provider.GetRequiredService<string>() }
        );
        services.AddSingleton("app");
        using ServiceProvider provider = services.BuildServiceProvider();

        _ = provider.GetRequiredService<SsoLogin>();

        Assert.Equal("app", seen!.ClientName);
        Assert.NotNull(seen.HttpClient);
        Assert.NotNull(seen.Warn);
        Assert.NotNull(seen.Client.Log);
    }

    [Fact]
    public void Keyed_logins_have_sessions_of_their_own()
    {
        SsoSession other = Session with { StartUrl = "https://d-2.awsapps.com/start" };
        ServiceCollection services = new();
        services.AddKeyedSsoLogin("one", Session);
        services.AddKeyedSsoLogin("two", other);
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(Session, provider.GetRequiredKeyedService<SsoLogin>("one").Session);
        Assert.Same(other, provider.GetRequiredKeyedService<SsoLogin>("two").Session);
    }

    [Fact]
    public void A_session_comes_from_the_configuration()
    {
        ServiceCollection services = new();
        services.AddSsoLogin(
            Section(
                ("StartUrl", Session.StartUrl),
                ("Region", Session.Region),
                ("Name", "dev"),
                ("Scopes:0", "sso:account:access"),
                ("Method", "devicecode")
            )
        );
        using ServiceProvider provider = services.BuildServiceProvider();

        SsoSession session = provider.GetRequiredService<SsoLogin>().Session;

        Assert.Equal(
            ("dev", Session.StartUrl, SignInMethod.DeviceCode),
            (session.Name, session.StartUrl, session.Method)
        );
        Assert.Equal(["sso:account:access"], session.Scopes);
    }

    [Theory]
    [InlineData("StartURL2", "x", "Aws:Sso:StartURL2: no such setting")]
    [InlineData("StartUrl", "https://d-1.awsapps.com/start", "Aws:Sso:Region is missing")]
    [InlineData("Region", "eu-central-1", "Aws:Sso:StartUrl is missing")]
    public void A_section_that_is_wrong_is_refused(string key, string value, string message)
    {
        ConfigurationException error = Assert.Throws<ConfigurationException>(() =>
            new ServiceCollection().AddSsoLogin(Section((key, value)))
        );

        Assert.StartsWith(message, error.Message);
    }
}
