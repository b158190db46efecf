using System.Diagnostics.Tracing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using SsoOidcGen.DependencyInjection;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;
using static SsoOidc.Tests.DependencyInjection.Registrations;

namespace SsoOidc.Tests.DependencyInjection;

/// <summary>What every registration shares, whichever client it is for.</summary>
public sealed class RegistrationTests
{
    private static readonly ServiceClientRegistration<Probe, ProbeOptions> s_registration = new(
        "My.Probe",
        static (http, options) => new Probe(http, options)
    )
    {
        RequiresEndpoint = true,
        Settings = { ["Color"] = static (options, text) => options.Color = text },
    };

    [Fact]
    public void An_argument_that_is_missing_is_named()
    {
        ServiceCollection services = new();
        IConfiguration section = Section();
        Action<IServiceProvider, ProbeOptions> configure = static (_, _) => { };

        Assert.Throws<ArgumentNullException>(
            "services",
            () => s_registration.Add(null!, static (ProbeOptions _) => { })
        );
        Assert.Throws<ArgumentNullException>(
            "configuration",
            () => s_registration.Add(services, (IConfiguration)null!)
        );
        Assert.Throws<ArgumentNullException>(
            "configure",
            () => s_registration.Add(services, (Action<IServiceProvider, ProbeOptions>)null!)
        );
        Assert.Throws<ArgumentNullException>("key", () => s_registration.AddKeyed(services, null!, section));
        Assert.Throws<ArgumentNullException>("key", () => s_registration.AddKeyed(services, null!, configure));
        Assert.Throws<ArgumentNullException>(
            "key",
            () => s_registration.AddKeyed(services, null!, (Action<ProbeOptions>?)null)
        );
        Assert.Throws<ArgumentNullException>(
            "configuration",
            () => s_registration.AddKeyed(services, "k", (IConfiguration)null!)
        );
        Assert.Throws<ArgumentNullException>(
            "configure",
            () => s_registration.AddKeyed(services, "k", (Action<IServiceProvider, ProbeOptions>)null!)
        );
        Assert.Throws<ArgumentNullException>("provider", () => FactoryHttpClient.Create(null!, "n"));
        Assert.Throws<ArgumentNullException>("logger", () => ((ILogger)null!).ToClientLog());
    }

    [Fact]
    public void Each_way_to_register_configures_its_own_client()
    {
        ServiceCollection services = new();
        services.AddSingleton("of the container");
        s_registration.Add(services, Section(("color", "of the section"), ("Endpoint", "https://a.example/")));
        s_registration.AddKeyed(services, "code", static options => Set(options, "of the code"));
        s_registration.AddKeyed(
            services,
            "provider",
            static (provider, options) => Set(options, provider.GetRequiredService<string>())
        );
        s_registration.AddKeyed(services, 7, Section(("Color", "of another"), ("Endpoint", "https://b.example/")));
        using ServiceProvider provider = services.BuildServiceProvider();

        Assert.Equal(
            ["of the section", "of the code", "of the container", "of another"],
            [
                provider.GetRequiredService<Probe>().Options.Color,
                provider.GetRequiredKeyedService<Probe>("code").Options.Color,
                provider.GetRequiredKeyedService<Probe>("provider").Options.Color,
                provider.GetRequiredKeyedService<Probe>(7).Options.Color,
            ]
        );
        IOptionsMonitor<ProbeOptions> options = provider.GetRequiredService<IOptionsMonitor<ProbeOptions>>();
        Assert.Equal("of the code", options.Get("My.Probe[code]").Color);
        Assert.Equal("of another", options.Get("My.Probe[7]").Color);
        Assert.Equal(Timeout.InfiniteTimeSpan, provider.GetRequiredService<Probe>().Http.Timeout);
    }

    [Fact]
    public void What_is_wrong_with_a_section_is_told_all_at_once()
    {
        ServiceCollection services = new();
        s_registration.Add(
            services,
            Section(
                ("Shape", "round"),
                ("MaxAttempts", "many"),
                ("RequestChecksumCalculation", "never"),
                ("ResponseChecksumValidation", "7"),
                ("Region:Name", "eu-central-1"),
                ("Profile", ""),
                ("MaxResponseBytes", "0")
            )
        );
        using ServiceProvider provider = services.BuildServiceProvider();

        OptionsValidationException error = Assert.Throws<OptionsValidationException>(() =>
            provider.GetRequiredService<Probe>()
        );

        Assert.Equal(
            [
                "Aws:Sso:MaxAttempts is 'many': The input string 'many' was not in a correct format.",
                "Aws:Sso:Region has values below it; it must be one.",
                "Aws:Sso:RequestChecksumCalculation is 'never': Known are WhenSupported, WhenRequired.",
                "Aws:Sso:ResponseChecksumValidation is '7': Known are WhenSupported, WhenRequired.",
                "Aws:Sso:Shape is not a setting. Known are AllowPlainHttp, ApiKey, ApplicationId, AttemptTimeout, BearerToken, CallTimeout, Color, ConnectTimeout, DisableHostPrefixInjection, DisableRequestCompression, Endpoint, FollowRegionRedirects, IgnoreConfiguredEndpointUrls, MaxAttempts, MaxResponseBytes, Profile, Region, RequestChecksumCalculation, RequestMinCompressionSizeBytes, ResponseChecksumValidation, SignPayloads, UseDualStackEndpoint, UseFipsEndpoint.",
                "My.Probe needs the setting Endpoint, the address of the service.",
                "Option MaxResponseBytes is 0; it must be from 1 to 2147483590.",
            ],
            error.Failures.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData(EventLevel.Verbose, LogLevel.Debug)]
    [InlineData(EventLevel.Informational, LogLevel.Information)]
    [InlineData(EventLevel.Warning, LogLevel.Warning)]
    [InlineData(EventLevel.Error, LogLevel.Error)]
    [InlineData(EventLevel.Critical, LogLevel.Critical)]
    public void An_event_is_logged_with_its_level_name_and_fields(EventLevel level, LogLevel expected)
    {
        FakeLogger logger = new();
        IClientLog log = logger.ToClientLog();

        log.Write(new ClientEvent(7, "Happened", level, "{What} happened", "Something"));

        FakeLogRecord line = Assert.Single(logger.Collector.GetSnapshot());
        Assert.Equal((expected, 7, "Happened"), (line.Level, line.Id.Id, line.Id.Name));
        Assert.Equal(("Something happened", "Something"), (line.Message, line.GetStructuredStateValue("What")));
        logger.ControlLevel(expected, enabled: false);
        Assert.False(log.IsEnabled(level));
        log.Write(new ClientEvent(7, "Happened", level, "{What} happened", "Something"));
        Assert.Single(logger.Collector.GetSnapshot());
    }

    [Fact]
    public async Task No_header_is_logged_even_where_everything_is()
    {
        FakeLogCollector lines = new();
        ServiceCollection services = new();
        services.AddLogging(logging =>
            logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new FakeLoggerProvider(lines))
        );
        s_registration
            .Add(services, static options => Set(options, "any"))
            .RespondingWith(static request =>
            {
                HttpResponseMessage response = Empty(request);
                response.Headers.Add("X-Echo", "hunter2");
                return response;
            });
        await using ServiceProvider provider = services.BuildServiceProvider();
        using HttpRequestMessage message = new(HttpMethod.Get, "https://a.example/");
        message.Headers.Add("X-Secret", "hunter2");

        using HttpResponseMessage response = await provider
            .GetRequiredService<Probe>()
            .Http.SendAsync(message, TestContext.Current.CancellationToken);

        Assert.Contains(
            lines.GetSnapshot(),
            static line => line.Message.Contains("X-Secret", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            lines.GetSnapshot(),
            static line => line.Message.Contains("hunter2", StringComparison.Ordinal)
        );
    }

    private static void Set(ProbeOptions options, string color)
    {
        options.Color = color;
        options.Endpoint = new Uri("https://a.example/");
    }

    private sealed record ProbeOptions : ServiceClientOptions
    {
        public string? Color { get; set; }
    }

    private sealed record Probe(HttpClient Http, ProbeOptions Options);
}
