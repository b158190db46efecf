using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SsoOidc.Portal;
using SsoOidcGen.Runtime;
using static SsoOidc.Tests.DependencyInjection.Registrations;

namespace SsoOidc.Tests.DependencyInjection;

/// <summary>Clock, log and credentials come from the container.</summary>
public sealed class ContainerTests
{
    private readonly FakeLogCollector _log = new();

    [Fact]
    public async Task A_call_is_logged_under_the_name_of_its_client_with_fields()
    {
        ServiceCollection services = WithLog();
        services.AddSsoOidcClient(options => options.Region = "eu-central-1").RespondingWith(Empty);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider
            .GetRequiredService<ISsoOidcClient>()
            .RegisterClientAsync(Request, TestContext.Current.CancellationToken);

        FakeLogRecord line = Assert.Single(_log.GetSnapshot(), static line => line.Category == "SsoOidc.SsoOidcClient");
        Assert.Equal((LogLevel.Debug, 1, "CallFinished"), (line.Level, line.Id.Id, line.Id.Name));
        Assert.Equal("RegisterClient", line.GetStructuredStateValue("Operation"));
        Assert.Equal("200", line.GetStructuredStateValue("StatusCode"));
        Assert.StartsWith("RegisterClient finished with 200 in ", line.Message);
    }

    [Fact]
    public void The_clock_and_the_credentials_are_those_of_the_container_unless_they_are_set()
    {
        FakeTimeProvider clock = new();
        AwsCredentials credentials = new("AKIDEXAMPLE", "secret");
        AwsCredentials own = new("AKIDOTHER", "secret");
        ServiceCollection services = new();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IAwsCredentialsProvider>(credentials);
        services.AddSsoOidcClient();
        services.AddSsoPortalClient(options => options.Credentials = own);
        using ServiceProvider provider = services.BuildServiceProvider();
        IOptionsMonitor<ServiceClientOptions> options = provider.GetRequiredService<
            IOptionsMonitor<ServiceClientOptions>
        >();

        ServiceClientOptions oidc = options.Get("SsoOidc.SsoOidcClient");
        ServiceClientOptions portal = options.Get("SsoOidc.Portal.SsoPortalClient");

        Assert.Same(clock, oidc.TimeProvider);
        Assert.Same(credentials, oidc.Credentials);
        Assert.Same(own, portal.Credentials);
        Assert.IsType<SsoPortalClient>(provider.GetRequiredService<ISsoPortalClient>());
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 0)]
    public async Task A_resilience_handler_that_multiplies_retries_is_noticed_once(int? maxAttempts, int warnings)
    {
        ServiceCollection services = WithLog();
        services
            .AddSsoOidcClient(options =>
            {
                options.Region = "eu-central-1";
                options.MaxAttempts = maxAttempts;
            })
            .RespondingWith(Empty)
            .AddStandardResilienceHandler();
        await using ServiceProvider provider = services.BuildServiceProvider();
        ISsoOidcClient client = provider.GetRequiredService<ISsoOidcClient>();

        await client.RegisterClientAsync(Request, TestContext.Current.CancellationToken);
        await client.RegisterClientAsync(Request, TestContext.Current.CancellationToken);

        List<FakeLogRecord> lines = [.. _log.GetSnapshot().Where(static line => line.Id.Name == "RetriesMultiply")];
        Assert.Equal(warnings, lines.Count);
        Assert.All(
            lines,
            static line =>
            {
                Assert.Equal(
                    "SsoOidc.SsoOidcClient retries by itself, and the resilience handler of its HttpClient may do so too: their attempts multiply. Set MaxAttempts to 1, or leave retries out of the handler",
                    line.Message
                );
                Assert.Equal((20, LogLevel.Warning), (line.Id.Id, line.Level));
            }
        );
    }

    [Theory]
    [InlineData(LogLevel.Warning, true)]
    [InlineData(LogLevel.Error, false)]
    public async Task Only_the_client_whose_handler_it_is_is_named_where_somebody_listens(LogLevel level, bool isTold)
    {
        ServiceCollection services = WithLog(level);
        services
            .AddSsoPortalClient(static options => options.Region = "eu-central-1")
            .RespondingWith(Empty)
            .AddHttpMessageHandler(static () => new PolicyHttpMessageHandler());
        services.AddSsoOidcClient(static options => options.Region = "eu-central-1").RespondingWith(Empty);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider
            .GetRequiredService<ISsoOidcClient>()
            .RegisterClientAsync(Request, TestContext.Current.CancellationToken);
        await provider
            .GetRequiredService<ISsoPortalClient>()
            .ListAccountsAsync(new() { AccessToken = "token" }, TestContext.Current.CancellationToken);

        Assert.Equal(
            isTold ? ["SsoOidc.Portal.SsoPortalClient"] : [],
            _log.GetSnapshot()
                .Where(static line => line.Id.Name == "RetriesMultiply")
                .Select(static line => line.GetStructuredStateValue("Client"))
        );
    }

    [Fact]
    public async Task With_one_attempt_the_handler_retries_alone()
    {
        int sent = 0;
        ServiceCollection services = new();
        services
            .AddSsoOidcClient(options =>
            {
                options.Region = "eu-central-1";
                options.MaxAttempts = 1;
            })
            .RespondingWith(request =>
            {
                sent++;
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) { RequestMessage = request };
            })
            .AddStandardResilienceHandler(static options =>
            {
                options.Retry.MaxRetryAttempts = 2;
                options.Retry.Delay = TimeSpan.Zero;
            });
        await using ServiceProvider provider = services.BuildServiceProvider();

        await Assert.ThrowsAnyAsync<ServiceException>(() =>
            provider
                .GetRequiredService<ISsoOidcClient>()
                .RegisterClientAsync(Request, TestContext.Current.CancellationToken)
        );

        Assert.Equal(3, sent);
    }

    private ServiceCollection WithLog(LogLevel level = LogLevel.Debug)
    {
        ServiceCollection services = new();
        services.AddLogging(logging => logging.SetMinimumLevel(level).AddProvider(new FakeLoggerProvider(_log)));
        return services;
    }
}
