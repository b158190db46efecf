using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SsoOidcGen.Runtime;
using static SsoOidc.Tests.DependencyInjection.Registrations;

namespace SsoOidc.Tests.DependencyInjection;

/// <summary>Settings from the configuration, checked when the application starts.</summary>
public sealed class ClientConfigurationTests
{
    [Fact]
    public async Task Secrets_that_never_change_are_settings_too()
    {
        ServiceClientOptions options = OptionsOf(("ApiKey", "key"), ("BearerToken", "token"));

        Assert.Equal("key", await options.ApiKey!(TestContext.Current.CancellationToken));
        Assert.Equal("token", await options.BearerToken!(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Every_setting_has_the_name_of_its_property()
    {
        ServiceClientOptions options = OptionsOf(
            ("region", "eu-central-1"),
            ("Endpoint", "http://127.0.0.1:8080/"),
            ("IgnoreConfiguredEndpointUrls", "true"),
            ("Profile", "dev"),
            ("UseFipsEndpoint", "true"),
            ("UseDualStackEndpoint", "false"),
            ("MaxAttempts", "5"),
            ("AttemptTimeout", "00:00:10"),
            ("CallTimeout", "Infinite"),
            ("ConnectTimeout", "00:00:01.5"),
            ("MaxResponseBytes", "1024"),
            ("AllowPlainHttp", "True"),
            ("ApplicationId", "app"),
            ("DisableRequestCompression", "true"),
            ("RequestMinCompressionSizeBytes", "0"),
            ("DisableHostPrefixInjection", "true"),
            ("SignPayloads", "true"),
            ("FollowRegionRedirects", "true"),
            ("RequestChecksumCalculation", "whenrequired"),
            ("ResponseChecksumValidation", "WhenSupported")
        );

        Assert.Equal(("eu-central-1", "dev", "app"), (options.Region, options.Profile, options.ApplicationId));
        Assert.Equal(new Uri("http://127.0.0.1:8080/"), options.Endpoint);
        Assert.Equal(
            (5, 1024, 0),
            (options.MaxAttempts, options.MaxResponseBytes, options.RequestMinCompressionSizeBytes)
        );
        Assert.Equal(
            (TimeSpan.FromSeconds(10), Timeout.InfiniteTimeSpan, TimeSpan.FromSeconds(1.5)),
            (options.AttemptTimeout, options.CallTimeout, options.ConnectTimeout)
        );
        Assert.Equal(
            (true, true, false, true),
            (
                options.IgnoreConfiguredEndpointUrls,
                options.UseFipsEndpoint,
                options.UseDualStackEndpoint,
                options.DisableRequestCompression
            )
        );
        Assert.True(options.AllowPlainHttp);
        Assert.True(options.DisableHostPrefixInjection);
        Assert.True(options.SignPayloads);
        Assert.True(options.FollowRegionRedirects);
        Assert.Equal(
            (ChecksumUse.WhenRequired, ChecksumUse.WhenSupported),
            (options.RequestChecksumCalculation, options.ResponseChecksumValidation)
        );
    }

    [Fact]
    public async Task The_application_does_not_start_with_settings_that_are_unknown_or_wrong()
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSsoOidcClient(
            Section(
                ("Regoin", "eu-central-1"),
                ("MaxAttempts", "many"),
                ("Endpoint:Url", "x"),
                ("CallTimeout", "-1.00:00:00")
            )
        );
        using IHost host = builder.Build();

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            host.StartAsync(TestContext.Current.CancellationToken)
        );

        Assert.Equal(4, error.Failures.Count());
        Assert.Contains(
            error.Failures,
            static failure =>
                failure.StartsWith(
                    "Aws:Sso:Regoin is not a setting. Known are AllowPlainHttp,",
                    StringComparison.Ordinal
                )
        );
        Assert.Contains(
            error.Failures,
            static failure => failure.StartsWith("Aws:Sso:MaxAttempts is 'many': ", StringComparison.Ordinal)
        );
        Assert.Contains("Aws:Sso:Endpoint has values below it; it must be one.", error.Failures);
        Assert.Contains(
            error.Failures,
            static failure => failure.StartsWith("Option CallTimeout is ", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("eu central 1", null, "Option Region is 'eu central 1'")]
    [InlineData(null, "file:///tmp", "Option Endpoint")]
    public async Task Nor_with_options_that_are_wrong(string? region, string? endpoint, string message)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSsoOidcClient(options =>
        {
            options.Region = region;
            options.Endpoint = endpoint is null ? null : new Uri(endpoint);
        });
        using IHost host = builder.Build();

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            host.StartAsync(TestContext.Current.CancellationToken)
        );

        Assert.Contains(message, Assert.Single(error.Failures));
    }

    [Fact]
    public void Settings_can_be_made_of_other_services()
    {
        ServiceCollection services = new();
        services.AddSingleton(new Tenant("eu-north-1"));
        services.AddSsoOidcClient(
            static (provider, options) => options.Region = provider.GetRequiredService<Tenant>().Region
        );
        using ServiceProvider provider = services.BuildServiceProvider();

        SsoOidcClient client = (SsoOidcClient)provider.GetRequiredService<ISsoOidcClient>();

        Assert.Equal("oidc.eu-north-1.amazonaws.com", client.GetEndpoint().Host);
    }

    private static ServiceClientOptions OptionsOf(params (string Key, string? Value)[] settings)
    {
        ServiceCollection services = new();
        services.AddSsoOidcClient(Section(settings));
        using ServiceProvider provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<ServiceClientOptions>>().Get("SsoOidc.SsoOidcClient");
    }

    private sealed record Tenant(string Region);
}
