using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SsoOidcGen.DependencyInjection;
using SsoOidcGen.Runtime;

namespace SsoOidc.DependencyInjection;

/// <summary>Makes a login with what the container has.</summary>
internal static class LoginFactory
{
    public static SsoLogin Create(
        IServiceProvider provider,
        string name,
        SsoSession? session,
        Func<IServiceProvider, SsoLoginOptions, SsoLoginOptions>? configure
    )
    {
        ILogger? logger = provider.GetService<ILoggerFactory>()?.CreateLogger(typeof(SsoLogin).FullName!);
        SsoLoginOptions options = new()
        {
            HttpClient = FactoryHttpClient.Create(provider, name),
            Warn = logger is null ? null : message => Warnings.SignIn(logger, message),
            Client = new ServiceClientOptions
            {
                TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
                Log = logger?.ToClientLog(),
            },
        };
        if (provider.GetService<ITokenStore>() is { } store)
        {
            options = options with { TokenStore = store };
        }

        return new SsoLogin(session ?? OfProfile(), configure?.Invoke(provider, options) ?? options);
    }

    private static SsoSession OfProfile() =>
        SharedConfig.Load(AwsEnvironment.Process).FindSsoSession()
        ?? throw new ConfigurationException(
            "The profile in the shared config file has no SSO session. Give AddSsoLogin one, or write it with 'ssooidc configure'."
        );
}
