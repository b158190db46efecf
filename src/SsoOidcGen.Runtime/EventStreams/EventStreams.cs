using System.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Streams of events that are made by hand.</summary>
public static class EventStreams
{
    /// <summary>No events.</summary>
    public static IAsyncEnumerable<TEvent> Empty<TEvent>() => Of<TEvent>();

    /// <summary>Events that are there already.</summary>
    public static async IAsyncEnumerable<TEvent> Of<TEvent>(params TEvent[] events)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (TEvent item in events)
        {
            yield return item;
        }
    }
}
