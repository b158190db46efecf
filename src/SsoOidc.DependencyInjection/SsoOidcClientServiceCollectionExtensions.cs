using Microsoft.Extensions.Configuration;
using SsoOidc;
using SsoOidcGen.Runtime;
using SsoOidcGen.Runtime.CompilerServices;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="ISsoOidcClient"/>.</summary>
public static class SsoOidcClientServiceCollectionExtensions
{
    private static readonly ServiceClientRegistration<ISsoOidcClient, ServiceClientOptions> Registration = new(
        "SsoOidc.SsoOidcClient",
        static (http, options) => new SsoOidcClient(http, options)
    );

    /// <summary>Adds <see cref="ISsoOidcClient"/>, one for the whole container, sent through <c>IHttpClientFactory</c>.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="configure">Changes settings; what is left open comes from the container, the environment and the shared config file.</param>
    /// <returns>The builder of its <see cref="HttpClient"/>, to which handlers can be added.</returns>
    public static IHttpClientBuilder AddSsoOidcClient(
        this IServiceCollection services,
        Action<ServiceClientOptions>? configure = null
    ) => Registration.Add(services, configure);

    /// <summary>Adds <see cref="ISsoOidcClient"/>, one for the whole container, sent through <c>IHttpClientFactory</c>.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="configure">Changes settings with the help of other services.</param>
    /// <returns>The builder of its <see cref="HttpClient"/>, to which handlers can be added.</returns>
    public static IHttpClientBuilder AddSsoOidcClient(
        this IServiceCollection services,
        Action<IServiceProvider, ServiceClientOptions> configure
    ) => Registration.Add(services, configure);

    /// <summary>Adds <see cref="ISsoOidcClient"/>, one for the whole container, sent through <c>IHttpClientFactory</c>.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="configuration">The section with the settings, which are called as the properties of <see cref="ServiceClientOptions"/>; any other key is an error.</param>
    /// <returns>The builder of its <see cref="HttpClient"/>, to which handlers can be added.</returns>
    public static IHttpClientBuilder AddSsoOidcClient(this IServiceCollection services, IConfiguration configuration) =>
        Registration.Add(services, configuration);

    /// <summary>Adds <see cref="ISsoOidcClient"/>, one for the whole container, sent through <c>IHttpClientFactory</c>.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="key">The key by which it is asked for.</param>
    /// <param name="configure">Changes settings; what is left open comes from the container, the environment and the shared config file.</param>
    /// <returns>The builder of its <see cref="HttpClient"/>, to which handlers can be added.</returns>
    public static IHttpClientBuilder AddKeyedSsoOidcClient(
        this IServiceCollection services,
        object key,
        Action<ServiceClientOptions>? configure = null
    ) => Registration.AddKeyed(services, key, configure);

    /// <summary>Adds <see cref="ISsoOidcClient"/>, one for the whole container, sent through <c>IHttpClientFactory</c>.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="key">The key by which it is asked for.</param>
    /// <param name="configure">Changes settings with the help of other services.</param>
    /// <returns>The builder of its <see cref="HttpClient"/>, to which handlers can be added.</returns>
    public static IHttpClientBuilder AddKeyedSsoOidcClient(
        this IServiceCollection services,
        object key,
        Action<IServiceProvider, ServiceClientOptions> configure
    ) => Registration.AddKeyed(services, key, configure);

    /// <summary>Adds <see cref="ISsoOidcClient"/>, one for the whole container, sent through <c>IHttpClientFactory</c>.</summary>
    /// <param name="services">Where to add it.</param>
    /// <param name="key">The key by which it is asked for.</param>
    /// <param name="configuration">The section with the settings, which are called as the properties of <see cref="ServiceClientOptions"/>; any other key is an error.</param>
    /// <returns>The builder of its <see cref="HttpClient"/>, to which handlers can be added.</returns>
    public static IHttpClientBuilder AddKeyedSsoOidcClient(
        this IServiceCollection services,
        object key,
        IConfiguration configuration
    ) => Registration.AddKeyed(services, key, configuration);
}
