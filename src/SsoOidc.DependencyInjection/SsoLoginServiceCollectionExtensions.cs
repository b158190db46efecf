using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SsoOidc;
using SsoOidc.DependencyInjection;
using SsoOidcGen.Runtime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="SsoLogin"/>.</summary>
public static class SsoLoginServiceCollectionExtensions
{
    private const string Name = "SsoOidc.SsoLogin";

    /// <summary>
    /// Adds <see cref="SsoLogin"/>, one for the whole container, sent through <c>IHttpClientFactory</c>. Clock and log come from
    /// the container, and so does an <see cref="ITokenStore"/> if there is one.
    /// </summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="session">Where to sign in; null: in the session of the profile in the shared config file.</param>
    /// <param name="configure">Changes how to sign in, with the help of other services: <c>(provider, options) => options with { … }</c>.</param>
    /// <returns>The builder of its <see cref="HttpClient"/>, to which handlers can be added.</returns>
    public static IHttpClientBuilder AddSsoLogin(
        this IServiceCollection services,
        SsoSession? session = null,
        Func<IServiceProvider, SsoLoginOptions, SsoLoginOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => LoginFactory.Create(provider, Name, session, configure));
        return AddHttp(services, Name);
    }

    /// <summary>Adds <see cref="SsoLogin"/> with a session from the configuration.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="configuration">
    /// The section with <c>Session</c>, a name in the shared config file, or else with <c>StartUrl</c>, <c>Region</c> and
    /// perhaps <c>Scopes</c>, <c>Method</c> and <c>Name</c>; any other key is an error.
    /// </param>
    /// <param name="configure">Changes how to sign in, with the help of other services: <c>(provider, options) => options with { … }</c>.</param>
    /// <returns>The builder of its <see cref="HttpClient"/>, to which handlers can be added.</returns>
    /// <exception cref="ConfigurationException">The section is wrong.</exception>
    public static IHttpClientBuilder AddSsoLogin(
        this IServiceCollection services,
        IConfiguration configuration,
        Func<IServiceProvider, SsoLoginOptions, SsoLoginOptions>? configure = null
    ) => services.AddSsoLogin(SessionConfiguration.Read(configuration), configure);

    /// <inheritdoc cref="AddSsoLogin(IServiceCollection, SsoSession, Func{IServiceProvider, SsoLoginOptions, SsoLoginOptions})"/>
    /// <param name="services">Where to add it.</param>
    /// <param name="key">The key by which it is asked for.</param>
    /// <param name="session">Where to sign in.</param>
    /// <param name="configure">Changes how to sign in, with the help of other services: <c>(provider, options) => options with { … }</c>.</param>
    public static IHttpClientBuilder AddKeyedSsoLogin(
        this IServiceCollection services,
        object key,
        SsoSession session,
        Func<IServiceProvider, SsoLoginOptions, SsoLoginOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(session);
        string name = $"{Name}[{key}]";
        services.TryAddKeyedSingleton(key, (provider, _) => LoginFactory.Create(provider, name, session, configure));
        return AddHttp(services, name);
    }

    private static IHttpClientBuilder AddHttp(IServiceCollection services, string name) =>
        services
            .AddHttpClient(name)
            .ConfigurePrimaryHttpMessageHandler(static () => ServiceClient.CreateHandler())
            // Versions before 9 would log tokens and signatures.
            .RedactLoggedHeaders(static _ => true);
}
