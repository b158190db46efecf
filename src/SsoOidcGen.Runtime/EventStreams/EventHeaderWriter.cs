using System.Buffers.Binary;
using System.Text;

namespace SsoOidcGen.Runtime;

/// <summary>Writes the headers of a message.</summary>
internal static class EventHeaderWriter
{
    private const int GuidLength = 16;

    public static void Write(PooledBuffer target, string name, object value)
    {
        byte[] nameBytes = Encoding.UTF8.GetBytes(name);
        if (nameBytes.Length is 0 or > byte.MaxValue)
        {
            throw new ArgumentException(
                $"The name of an event's header takes 1 to {byte.MaxValue} bytes; this one takes {nameBytes.Length}.",
                nameof(name)
            );
        }

        target.Append([(byte)nameBytes.Length]);
        target.Append(nameBytes);
        WriteValue(target, name, value);
    }

    private static void WriteValue(PooledBuffer target, string name, object value)
    {
        switch (value)
        {
            case bool flag:
                Start(target, flag ? EventHeaderType.True : EventHeaderType.False, length: 0);
                break;
            case sbyte number:
                Start(target, EventHeaderType.Int8, sizeof(sbyte))[0] = (byte)number;
                break;
            case short number:
                BinaryPrimitives.WriteInt16BigEndian(Start(target, EventHeaderType.Int16, sizeof(short)), number);
                break;
            case int number:
                BinaryPrimitives.WriteInt32BigEndian(Start(target, EventHeaderType.Int32, sizeof(int)), number);
                break;
            case long number:
                BinaryPrimitives.WriteInt64BigEndian(Start(target, EventHeaderType.Int64, sizeof(long)), number);
                break;
            case ReadOnlyMemory<byte> bytes:
                WriteCounted(target, EventHeaderType.Bytes, name, bytes.Span);
                break;
            case string text:
                WriteCounted(target, EventHeaderType.Text, name, Encoding.UTF8.GetBytes(text));
                break;
            case DateTimeOffset time:
                BinaryPrimitives.WriteInt64BigEndian(
                    Start(target, EventHeaderType.Timestamp, sizeof(long)),
                    time.ToUnixTimeMilliseconds()
                );
                break;
            case Guid uuid:
                uuid.TryWriteBytes(Start(target, EventHeaderType.Uuid, GuidLength), bigEndian: true, out _);
                break;
            default:
                throw new ArgumentException(
                    $"The header '{name}' of an event cannot hold a {value.GetType().Name}.",
                    nameof(value)
                );
        }
    }

    private static void WriteCounted(PooledBuffer target, EventHeaderType type, string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > ushort.MaxValue)
        {
            throw new ArgumentException(
                $"The header '{name}' of an event holds at most {ushort.MaxValue} bytes; {bytes.Length} were given.",
                nameof(bytes)
            );
        }

        BinaryPrimitives.WriteUInt16BigEndian(Start(target, type, sizeof(ushort)), (ushort)bytes.Length);
        target.Append(bytes);
    }

    /// <summary>Writes the type and returns the space of a value of fixed length, which is already counted as written.</summary>
    private static Span<byte> Start(PooledBuffer target, EventHeaderType type, int length)
    {
        target.Append([(byte)type]);
        Span<byte> value = target.GetSpan(length)[..length];
        target.Advance(length);
        return value;
    }
}
