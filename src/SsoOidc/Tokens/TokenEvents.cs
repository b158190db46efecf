using System.Diagnostics.Tracing;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>What is told about a session's token, with the ids of the events.</summary>
internal static class TokenEvents
{
    public static void Refreshed(IClientLog? log, SsoSession session, TimeSpan lifetime)
    {
        if (log?.IsEnabled(EventLevel.Informational) is true)
        {
            log.Write(
                new ClientEvent(
                    10,
                    "TokenRefreshed",
                    EventLevel.Informational,
                    "The token for {Session} was refreshed, valid for {LifetimeSeconds} s",
                    session.DisplayName,
                    Math.Round(lifetime.TotalSeconds)
                )
            );
        }
    }

    public static void RefreshFailed(IClientLog? log, SsoSession session, Exception exception) =>
        Warn(
            log,
            11,
            "TokenRefreshFailed",
            "The token for {Session} was not refreshed: {ExceptionType}",
            session,
            exception
        );

    public static void NotStored(IClientLog? log, SsoSession session, Exception exception) =>
        Warn(
            log,
            12,
            "TokenNotStored",
            "The token for {Session} could not be stored: {ExceptionType}",
            session,
            exception
        );

    private static void Warn(
        IClientLog? log,
        int id,
        string name,
        string template,
        SsoSession session,
        Exception exception
    )
    {
        if (log?.IsEnabled(EventLevel.Warning) is true)
        {
            log.Write(
                new ClientEvent(
                    id,
                    name,
                    EventLevel.Warning,
                    template,
                    session.DisplayName,
                    exception.GetType().FullName
                )
            );
        }
    }
}
