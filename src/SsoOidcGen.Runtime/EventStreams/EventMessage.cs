using System.ComponentModel;
using System.Text.Json;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>A message of an event stream (Smithy "Amazon Event Stream Specification").</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventMessage
{
    /// <summary>
    /// The headers by their names. A value is a <see cref="bool"/>, <see cref="sbyte"/>, <see cref="short"/>,
    /// <see cref="int"/>, <see cref="long"/>, <see cref="ReadOnlyMemory{T}"/> of bytes, <see cref="string"/>,
    /// <see cref="DateTimeOffset"/> (whole milliseconds) or <see cref="Guid"/>.
    /// </summary>
    public IReadOnlyDictionary<string, object> Headers { get; init; } = new Dictionary<string, object>();

    /// <summary>The payload.</summary>
    public ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>Which event it is (<c>:event-type</c>); empty when the message does not say.</summary>
    public string EventType => Header<string>(":event-type") ?? "";

    /// <summary>It holds what of the output is no event; RPC protocols send it before the events.</summary>
    internal bool IsInitialResponse => EventType == "initial-response";

    /// <summary>Reads the first message of a body; null when the body is empty.</summary>
    /// <exception cref="EventStreamException">The message is corrupt, or the body ends inside it.</exception>
    public static ValueTask<EventMessage?> ReadFirstAsync(Stream body, CancellationToken cancellationToken) =>
        new EventMessageReader(body).ReadAsync(cancellationToken);

    /// <summary>The value of a header; null when there is none of that name and type. An integer may have fewer bits.</summary>
    public T? Header<T>(string name) =>
        Headers.GetValueOrDefault(name) switch
        {
            T value => value,
            sbyte narrow when (object)(int)narrow is T integer => integer,
            short narrow when (object)(int)narrow is T integer => integer,
            _ => default,
        };

    /// <summary>A reader on the first token of the payload; on an empty object when there is no payload.</summary>
    public Utf8JsonReader JsonReader() => JsonText.ReaderOf(Payload.Span);

    /// <summary>A reader on the first item of the payload; on an empty map when there is no payload.</summary>
    public CborReader CborReader() => CborText.ReaderOf(Payload.Span);

    /// <summary>A reader on the root of the payload's document; on an empty element when there is no payload.</summary>
    public Utf8XmlReader XmlReader() => XmlText.ReaderOf(Payload.Span);
}
