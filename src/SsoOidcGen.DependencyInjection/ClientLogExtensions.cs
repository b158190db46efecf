using Microsoft.Extensions.Logging;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.DependencyInjection;

/// <summary>Leads what clients tell to <see cref="ILogger"/>.</summary>
public static class ClientLogExtensions
{
    /// <summary>A log that writes to a logger, for a client made by hand; those of a container have theirs.</summary>
    /// <param name="logger">The logger.</param>
    public static IClientLog ToClientLog(this ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(logger);
        return new LoggerLog(logger);
    }
}
