using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using SsoOidcGen.DependencyInjection;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Registers a client: one for the whole container, whatever scope asks for it, over connections of <c>IHttpClientFactory</c>.</summary>
/// <typeparam name="TClient">The client's interface.</typeparam>
/// <typeparam name="TOptions">Its settings.</typeparam>
/// <param name="name">Names its <see cref="HttpClient"/>, its options and its log.</param>
/// <param name="create">Makes the client.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServiceClientRegistration<
    TClient,
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions
>(string name, Func<HttpClient, TOptions, TClient> create)
    where TClient : class
    where TOptions : ServiceClientOptions, new()
{
    /// <summary>How to read from the configuration what only this client's settings have, by their names.</summary>
    public Dictionary<string, Action<TOptions, string>> Settings { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Only the settings can say where the service is.</summary>
    public bool RequiresEndpoint { get; init; }

    /// <summary>Adds the client with settings made by hand.</summary>
    public IHttpClientBuilder Add(IServiceCollection services, Action<TOptions>? configure) =>
        Add(services, key: null, (_, options) => configure?.Invoke(options), configuration: null);

    /// <summary>Adds the client with settings made of other services.</summary>
    public IHttpClientBuilder Add(IServiceCollection services, Action<IServiceProvider, TOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, key: null, configure, configuration: null);
    }

    /// <summary>Adds the client with settings read from a section of the configuration.</summary>
    public IHttpClientBuilder Add(IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Add(services, key: null, configure: null, configuration);
    }

    /// <inheritdoc cref="Add(IServiceCollection, Action{TOptions})"/>
    public IHttpClientBuilder AddKeyed(IServiceCollection services, object key, Action<TOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Add(services, key, (_, options) => configure?.Invoke(options), configuration: null);
    }

    /// <inheritdoc cref="Add(IServiceCollection, Action{IServiceProvider, TOptions})"/>
    public IHttpClientBuilder AddKeyed(
        IServiceCollection services,
        object key,
        Action<IServiceProvider, TOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, key, configure, configuration: null);
    }

    /// <inheritdoc cref="Add(IServiceCollection, IConfiguration)"/>
    public IHttpClientBuilder AddKeyed(IServiceCollection services, object key, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(configuration);
        return Add(services, key, configure: null, configuration);
    }

    private IHttpClientBuilder Add(
        IServiceCollection services,
        object? key,
        Action<IServiceProvider, TOptions>? configure,
        IConfiguration? configuration
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        string registration = key is null ? name : $"{name}[{key}]";
        AddOptions(
            services,
            registration,
            configure,
            configuration is null ? null : new ClientConfiguration<TOptions>(configuration, Settings)
        );
        if (key is null)
        {
            services.TryAddSingleton(provider => Create(provider, registration));
        }
        else
        {
            services.TryAddKeyedSingleton(key, (provider, _) => Create(provider, registration));
        }

        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(provider => new ResilienceWarning(
            registration,
            () => OptionsOf(provider, registration)
        ));
        return services
            .AddHttpClient(registration)
            .ConfigurePrimaryHttpMessageHandler(provider =>
                ServiceClient.CreateHandler(OptionsOf(provider, registration))
            )
            // Versions before 9 would log tokens and signatures.
            .RedactLoggedHeaders(static _ => true);
    }

    private void AddOptions(
        IServiceCollection services,
        string registration,
        Action<IServiceProvider, TOptions>? configure,
        ClientConfiguration<TOptions>? configuration
    )
    {
        services
            .AddOptions<TOptions>(registration)
            .Configure<IServiceProvider>(
                (options, provider) =>
                {
                    ContainerDefaults.Apply(options, provider, name);
                    configuration?.Bind(options);
                    configure?.Invoke(provider, options);
                }
            )
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(
            new ClientOptionsValidation<TOptions>(registration, RequiresEndpoint, configuration)
        );
    }

    private TClient Create(IServiceProvider provider, string registration) =>
        create(FactoryHttpClient.Create(provider, registration), OptionsOf(provider, registration));

    private static TOptions OptionsOf(IServiceProvider provider, string registration) =>
        provider.GetRequiredService<IOptionsMonitor<TOptions>>().Get(registration);
}
