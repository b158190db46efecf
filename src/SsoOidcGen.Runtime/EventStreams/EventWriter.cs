using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Takes an event's parts from a generated client: headers and payload.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventWriter
{
    private readonly PooledBuffer _headers = new();
    private readonly PooledBuffer _payload = new();
    private readonly Utf8JsonWriter _json;

    internal EventWriter() => _json = new Utf8JsonWriter(_payload, JsonText.WriterOptions);

    /// <summary>The message that goes before the events and holds what else the input has (RPC protocols).</summary>
    /// <param name="contentType">The media type of its payload.</param>
    public static EventWriter InitialRequest(string contentType)
    {
        EventWriter message = new();
        message.Event("initial-request", contentType);
        return message;
    }

    /// <summary>Says which event it is and of what type its payload is; comes first.</summary>
    /// <param name="type">The name in the service's model.</param>
    /// <param name="contentType">The media type of the payload; null when there is none.</param>
    public void Event(string type, string? contentType)
    {
        Header(":message-type", "event");
        Header(":event-type", type);
        Header(":content-type", contentType);
    }

    /// <summary>Says which error it is and of what type its payload is; comes first.</summary>
    /// <param name="type">The name in the service's model.</param>
    /// <param name="contentType">The media type of the payload; null when there is none.</param>
    public void Exception(string type, string? contentType)
    {
        Header(":message-type", "exception");
        Header(":exception-type", type);
        Header(":content-type", contentType);
    }

    /// <summary>Adds a header; null leaves it out. The types are those of <see cref="EventMessage.Headers"/>.</summary>
    public void Header(string name, object? value)
    {
        if (value is not null)
        {
            EventHeaderWriter.Write(_headers, name, value);
        }
    }

    /// <summary>Sends bytes as the payload.</summary>
    public void Payload(ReadOnlyMemory<byte>? bytes) => _payload.Append(bytes.GetValueOrDefault().Span);

    /// <summary>Sends text as the payload.</summary>
    public void Payload(string? text) => _payload.Append(Encoding.UTF8.GetBytes(text ?? ""));

    /// <summary>The writer of a JSON payload.</summary>
    public Utf8JsonWriter Json() => _json;

    /// <summary>A writer of a CBOR payload.</summary>
    public CborWriter Cbor() => new(_payload);

    /// <summary>A writer of an XML payload.</summary>
    public Utf8XmlWriter Xml() => new(_payload);

    /// <summary>The event as it goes over the wire. Makes the writer ready for the next one.</summary>
    internal byte[] TakeFrame()
    {
        _json.Flush();
        byte[] frame = EventMessageWriter.Frame(_headers.WrittenSpan, _payload.WrittenSpan);
        _headers.Release();
        _payload.Release();
        _json.Reset();
        return frame;
    }
}
