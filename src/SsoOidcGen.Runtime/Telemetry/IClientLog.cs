using System.Diagnostics.Tracing;

namespace SsoOidcGen.Runtime;

/// <summary>Receives what a client has to tell; thread-safe. <c>SsoOidcGen.DependencyInjection</c> has one for <c>ILogger</c>.</summary>
public interface IClientLog
{
    /// <summary>Whether events of a level are wanted. No others are made.</summary>
    /// <param name="level">The level.</param>
    bool IsEnabled(EventLevel level);

    /// <summary>Takes an event. It should return soon, and must not throw.</summary>
    /// <param name="clientEvent">The event.</param>
    void Write(ClientEvent clientEvent);
}
