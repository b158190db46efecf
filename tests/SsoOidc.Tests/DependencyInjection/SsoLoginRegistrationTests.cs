using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
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

    [Theory]
    [InlineData(
        "Session2",
        "x",
        "Aws:Sso:Session2: no such setting. Known are Session, Name, StartUrl, Region, Scopes, Method."
    )]
    [InlineData(
        "Session",
        "",
        "Aws:Sso:StartUrl is missing. Set StartUrl and Region, or Session, the name of a session in the shared config file."
    )]
    public void A_section_that_is_wrong_is_refused_with_what_is_known(string key, string value, string message)
    {
        ConfigurationException error = Assert.Throws<ConfigurationException>(() =>
            new ServiceCollection().AddSsoLogin(Section((key, value)))
        );

        Assert.Equal(message, error.Message);
    }

    [Theory]
    [InlineData("", SignInMethod.Automatic)]
    [InlineData("automatic", SignInMethod.Automatic)]
    [InlineData("BROWSER", SignInMethod.Browser)]
    [InlineData("1", SignInMethod.Browser)]
    public void A_method_is_named_without_case(string value, SignInMethod method) =>
        Assert.Equal(method, SessionOf(("Method", value)).Method);

    [Theory]
    [InlineData("3")]
    [InlineData("phone")]
    public void A_method_that_is_none_is_refused_with_those_that_are(string value)
    {
        ConfigurationException error = Assert.Throws<ConfigurationException>(() => SessionOf(("Method", value)));

        Assert.Equal($"Aws:Sso:Method is '{value}'; known are Automatic, Browser, DeviceCode.", error.Message);
    }

    [Fact]
    public void Scopes_are_a_list_or_a_text()
    {
        Assert.Null(SessionOf().Scopes);
        Assert.Equal(["a", "b"], SessionOf(("Scopes", "a, b")).Scopes);
        Assert.Equal(["a", "b"], SessionOf(("Scopes:0", "a"), ("Scopes:1", "b")).Scopes);
        Assert.Equal((null, "https://u", "r"), (SessionOf().Name, SessionOf().StartUrl, SessionOf().Region));
    }

    [Fact]
    public void What_has_to_be_given_is_named()
    {
        ServiceCollection services = new();

        Assert.Throws<ArgumentNullException>(
            "services",
            static () => SsoLoginServiceCollectionExtensions.AddSsoLogin(null!, Session)
        );
        Assert.Throws<ArgumentNullException>(
            "services",
            static () => SsoLoginServiceCollectionExtensions.AddKeyedSsoLogin(null!, "key", Session)
        );
        Assert.Throws<ArgumentNullException>("key", () => services.AddKeyedSsoLogin(null!, Session));
        Assert.Throws<ArgumentNullException>("session", () => services.AddKeyedSsoLogin("key", null!));
        Assert.Throws<ArgumentNullException>("section", () => services.AddSsoLogin(configuration: null!));
        Assert.Empty(services);
    }

    [Fact]
    public void Its_connections_are_configured_under_its_name()
    {
        ServiceCollection services = new();

        Assert.Equal("SsoOidc.SsoLogin", services.AddSsoLogin(Session).Name);
        Assert.Equal("SsoOidc.SsoLogin[one]", services.AddKeyedSsoLogin("one", Session).Name);
    }

    [Fact]
    public void Warnings_and_the_clock_are_the_containers()
    {
        FakeLogCollector log = new();
        FakeTimeProvider clock = new();
        ServiceCollection services = new();
        services.AddLogging(logging => logging.AddProvider(new FakeLoggerProvider(log)));
        services.AddSingleton<TimeProvider>(clock);
        SsoLoginOptions? seen = null;
        services.AddSsoLogin(Session, (_, options) => seen = options);
        using ServiceProvider provider = services.BuildServiceProvider();

        _ = provider.GetRequiredService<SsoLogin>();
        seen!.Warn!("Others can write to it.");

        FakeLogRecord line = Assert.Single(log.GetSnapshot());
        Assert.Equal(
            ("SsoOidc.SsoLogin", LogLevel.Warning, 30, "SignInWarning", "Others can write to it."),
            (line.Category, line.Level, line.Id.Id, line.Id.Name, line.Message)
        );
        Assert.Same(clock, seen.Client.TimeProvider);
    }

    [Fact]
    public void Without_a_log_and_a_clock_it_does()
    {
        ServiceCollection services = new();
        SsoLoginOptions? seen = null;
        services.AddSsoLogin(Session, (_, options) => seen = options);
        services.RemoveAll<ILoggerFactory>();
        using ServiceProvider provider = services.BuildServiceProvider();

        _ = provider.GetRequiredService<SsoLogin>();

        Assert.Null(seen!.Warn);
        Assert.Null(seen.Client.Log);
        Assert.Same(TimeProvider.System, seen.Client.TimeProvider);
        Assert.IsType<FileTokenStore>(seen.TokenStore);
    }

    [Fact]
    public async Task Headers_are_logged_without_their_values()
    {
        FakeLogCollector log = new();
        ServiceCollection services = new();
        services.AddLogging(logging =>
            logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(log))
        );
        SsoLoginOptions? seen = null;
        services.AddSsoLogin(Session, (_, options) => seen = options).RespondingWith(Empty);
        await using ServiceProvider provider = services.BuildServiceProvider();
        _ = provider.GetRequiredService<SsoLogin>();
        using HttpRequestMessage request = new(HttpMethod.Get, "https://portal.example/");
        request.Headers.Add("x-amz-sso_bearer_token", "hush");

        await seen!.HttpClient!.SendAsync(request, TestContext.Current.CancellationToken);

        string text = string.Join('\n', log.GetSnapshot().Select(static line => line.Message));
        Assert.Contains("x-amz-sso_bearer_token: *", text);
        Assert.DoesNotContain("hush", text);
    }

    [Fact]
    public void The_first_registration_counts()
    {
        ServiceCollection services = new();
        services.AddSsoLogin(Session);
        services.AddSsoLogin(Session with { StartUrl = "https://d-2.awsapps.com/start" });
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Same(Session, provider.GetRequiredService<SsoLogin>().Session);
    }

    private static SsoSession SessionOf(params (string Key, string? Value)[] settings)
    {
        ServiceCollection services = new();
        services.AddSsoLogin(Section([("StartUrl", "https://u"), ("Region", "r"), .. settings]));
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<SsoLogin>().Session;
    }
}
