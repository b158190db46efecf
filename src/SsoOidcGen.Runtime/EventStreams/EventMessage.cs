namespace SsoOidcGen.Runtime;

/// <summary>A message of an event stream (Smithy "Amazon Event Stream Specification").</summary>
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

    /// <summary>A header that holds a text; null when there is none of that name.</summary>
    public string? Text(string header) => Headers.GetValueOrDefault(header) as string;
}
