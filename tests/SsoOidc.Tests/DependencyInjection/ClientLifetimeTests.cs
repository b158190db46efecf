using Microsoft.Extensions.DependencyInjection;
using SsoOidcGen.Runtime;
using static SsoOidc.Tests.DependencyInjection.Registrations;

namespace SsoOidc.Tests.DependencyInjection;

/// <summary>What a client knows lives once, and its connections are the factory's.</summary>
public sealed class ClientLifetimeTests : IDisposable
{
    private readonly TempHome _home = new();

    [Fact]
    public async Task Three_scopes_read_the_config_once_and_run_the_credential_process_once()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The credential process is a shell script.");
        string script = Path.Combine(_home.Path, "credentials.sh");
        string runs = Path.Combine(_home.Path, "runs");
        await File.WriteAllTextAsync(
            script,
            $$"""
            echo run >> {{runs}}
            echo '{"Version": 1, "AccessKeyId": "AKIDEXAMPLE", "SecretAccessKey": "secret"}'
            """,
            TestContext.Current.CancellationToken
        );
        _home.WriteConfig($"[default]\nregion = eu-central-1\ncredential_process = sh {script}\n");
        List<Uri?> sent = [];
        ServiceCollection services = new();
        services
            .AddSsoOidcClient(options => options.Environment = new AwsEnvironment(_home.Path))
            .RespondingWith(request =>
            {
                sent.Add(request.RequestUri);
                return Empty(request);
            });
        await using ServiceProvider provider = services.BuildServiceProvider();

        for (int i = 0; i < 3; i++)
        {
            await using AsyncServiceScope scope = provider.CreateAsyncScope();
            await scope
                .ServiceProvider.GetRequiredService<ISsoOidcClient>()
                .CreateTokenWithIAMAsync(SignedRequest, TestContext.Current.CancellationToken);
            _home.WriteConfig("[default]\nregion = us-east-1\n");
        }

        Assert.Equal(3, sent.Count);
        Assert.All(sent, static uri => Assert.Equal("oidc.eu-central-1.amazonaws.com", uri!.Host));
        Assert.Single(await File.ReadAllLinesAsync(runs, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Each_request_goes_through_the_handlers_that_the_factory_has_at_the_time()
    {
        RotatingFactory handlers = new();
        ServiceCollection services = new();
        services.AddSsoOidcClient(options => options.Region = "eu-central-1");
        services.AddSingleton<IHttpMessageHandlerFactory>(handlers);
        await using ServiceProvider provider = services.BuildServiceProvider();
        ISsoOidcClient client = provider.GetRequiredService<ISsoOidcClient>();

        await client.RegisterClientAsync(Request, TestContext.Current.CancellationToken);
        await client.RegisterClientAsync(Request, TestContext.Current.CancellationToken);

        Assert.Same(client, provider.GetRequiredService<ISsoOidcClient>());
        Assert.Equal(["SsoOidc.SsoOidcClient", "SsoOidc.SsoOidcClient"], handlers.Names);
    }

    [Fact]
    public async Task Handlers_and_settings_of_the_builder_are_in_effect()
    {
        HttpRequestMessage? sent = null;
        ServiceCollection services = new();
        services
            .AddSsoOidcClient(options => options.Region = "eu-central-1")
            .RespondingWith(request => Empty(sent = request))
            .AddHttpMessageHandler(static () => new Marking())
            .ConfigureHttpClient(static http => http.DefaultRequestHeaders.Add("X-Application", "app"));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider
            .GetRequiredService<ISsoOidcClient>()
            .RegisterClientAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(["app"], sent!.Headers.GetValues("X-Application"));
        Assert.Equal(["seen"], sent.Headers.GetValues("X-Mark"));
    }

    [Fact]
    public async Task Keyed_registrations_are_clients_of_their_own()
    {
        List<string> hosts = [];
        ServiceCollection services = new();
        foreach (string region in new[] { "eu-central-1", "ap-northeast-1" })
        {
            services
                .AddKeyedSsoOidcClient(region, options => options.Region = region)
                .RespondingWith(request =>
                {
                    hosts.Add(request.RequestUri!.Host);
                    return Empty(request);
                });
        }

        await using ServiceProvider provider = services.BuildServiceProvider();
        foreach (string region in new[] { "ap-northeast-1", "eu-central-1" })
        {
            await provider
                .GetRequiredKeyedService<ISsoOidcClient>(region)
                .RegisterClientAsync(Request, TestContext.Current.CancellationToken);
        }

        Assert.Equal(["oidc.ap-northeast-1.amazonaws.com", "oidc.eu-central-1.amazonaws.com"], hosts);
        Assert.Null(provider.GetService<ISsoOidcClient>());
    }

    public void Dispose() => _home.Dispose();

    private sealed class RotatingFactory : IHttpMessageHandlerFactory
    {
        public List<string> Names { get; } = [];

        public HttpMessageHandler CreateHandler(string name)
        {
            Names.Add(name);
            return new StubHandler("{}");
        }
    }

    private sealed class Marking : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            request.Headers.Add("X-Mark", "seen");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
