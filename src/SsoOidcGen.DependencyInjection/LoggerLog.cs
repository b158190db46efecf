using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.DependencyInjection;

/// <summary>Writes to a logger; the event's fields are the state, so that they stay fields.</summary>
internal sealed class LoggerLog(ILogger logger) : IClientLog
{
    public bool IsEnabled(EventLevel level) => logger.IsEnabled(LevelOf(level));

    public void Write(ClientEvent clientEvent)
    {
        LogLevel level = LevelOf(clientEvent.Level);
        if (logger.IsEnabled(level))
        {
            logger.Log(
                level,
                new EventId(clientEvent.Id, clientEvent.Name),
                clientEvent,
                exception: null,
                static (state, _) => state.ToString()
            );
        }
    }

    private static LogLevel LevelOf(EventLevel level) =>
        level switch
        {
            EventLevel.Verbose => LogLevel.Debug,
            EventLevel.Informational => LogLevel.Information,
            EventLevel.Warning => LogLevel.Warning,
            EventLevel.Error => LogLevel.Error,
            _ => LogLevel.Critical,
        };
}
