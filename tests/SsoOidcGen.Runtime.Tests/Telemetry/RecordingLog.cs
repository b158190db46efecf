using System.Diagnostics.Tracing;

namespace SsoOidcGen.Runtime.Tests.Telemetry;

/// <summary>Keeps what is told above a level.</summary>
internal sealed class RecordingLog(EventLevel level = EventLevel.Verbose) : IClientLog
{
    public List<ClientEvent> Events { get; } = [];

    public bool IsEnabled(EventLevel wanted) => wanted <= level;

    public void Write(ClientEvent clientEvent)
    {
        Assert.True(IsEnabled(clientEvent.Level), clientEvent.Name);
        Events.Add(clientEvent);
    }
}
