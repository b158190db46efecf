using System.Buffers.Binary;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Reads the headers of a message.</summary>
internal ref struct EventHeaderReader(ReadOnlySpan<byte> headers)
{
    private const int GuidLength = 16;

    private ReadOnlySpan<byte> _rest = headers;

    public static Dictionary<string, object> ReadAll(ReadOnlySpan<byte> headers)
    {
        Dictionary<string, object> values = new(StringComparer.Ordinal);
        EventHeaderReader reader = new(headers);
        while (!reader._rest.IsEmpty)
        {
            string name = reader.ReadName();
            if (!values.TryAdd(name, reader.ReadValue(name)))
            {
                throw new EventStreamException(
                    EventStreamError.DuplicateHeader,
                    $"A message of the event stream has the header '{name}' twice."
                );
            }
        }

        return values;
    }

    private string ReadName()
    {
        int length = Take(1)[0];
        return length == 0 ? throw Malformed("has a header without a name") : Encoding.UTF8.GetString(Take(length));
    }

    private object ReadValue(string name)
    {
        EventHeaderType type = (EventHeaderType)Take(1)[0];
        return type switch
        {
            EventHeaderType.True => true,
            EventHeaderType.False => false,
            EventHeaderType.Int8 => (sbyte)Take(sizeof(sbyte))[0],
            EventHeaderType.Int16 => BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short))),
            EventHeaderType.Int32 => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int))),
            EventHeaderType.Int64 => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long))),
            EventHeaderType.Bytes => (ReadOnlyMemory<byte>)TakeCounted().ToArray(),
            EventHeaderType.Text => Encoding.UTF8.GetString(TakeCounted()),
            EventHeaderType.Timestamp => ReadTimestamp(name),
            EventHeaderType.Uuid => new Guid(Take(GuidLength), bigEndian: true),
            _ => throw new EventStreamException(
                EventStreamError.HeaderType,
                $"The header '{name}' of a message of the event stream has the unknown type {(byte)type}."
            ),
        };
    }

    private DateTimeOffset ReadTimestamp(string name)
    {
        long milliseconds = BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Malformed($"has a date beyond the year 9999 or before the year 1 in '{name}'");
        }
    }

    private ReadOnlySpan<byte> TakeCounted() => Take(BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort))));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
        {
            throw Malformed("has a header that ends before its value does");
        }

        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static EventStreamException Malformed(string what) =>
        new(EventStreamError.MalformedHeader, $"A message of the event stream {what}.");
}
