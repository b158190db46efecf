using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.DependencyInjection;

/// <summary>What a client takes from the container, unless its settings say otherwise: clock, log and credentials.</summary>
internal static class ContainerDefaults
{
    /// <param name="options">The client's settings.</param>
    /// <param name="provider">The container.</param>
    /// <param name="category">The category of the client's log.</param>
    public static void Apply(ServiceClientOptions options, IServiceProvider provider, string category)
    {
        options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider;
        options.Log = provider.GetService<ILoggerFactory>()?.CreateLogger(category).ToClientLog() ?? options.Log;
        options.Credentials = provider.GetService<IAwsCredentialsProvider>() ?? options.Credentials;
    }
}
