using System.Buffers.Binary;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Frames messages for the wire.</summary>
internal static class EventMessageWriter
{
    /// <exception cref="ArgumentException">A header or the payload is longer than the format allows.</exception>
    public static byte[] Write(EventMessage message)
    {
        PooledBuffer headers = new();
        try
        {
            foreach ((string name, object value) in message.Headers)
            {
                EventHeaderWriter.Write(headers, name, value);
            }

            return Frame(headers.WrittenSpan, message.Payload.Span);
        }
        finally
        {
            headers.Release();
        }
    }

    /// <summary>Puts encoded headers and a payload into a frame.</summary>
    public static byte[] Frame(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> payload)
    {
        Limit(headers.Length, EventFrame.MaxHeadersLength, nameof(headers));
        Limit(payload.Length, EventFrame.MaxPayloadLength, nameof(payload));
        byte[] frame = new byte[EventFrame.Overhead + headers.Length + payload.Length];
        Span<byte> rest = frame;
        BinaryPrimitives.WriteInt32BigEndian(rest, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(rest[sizeof(int)..], headers.Length);
        WriteChecksum(frame, EventFrame.CheckedPreludeLength);
        headers.CopyTo(rest[EventFrame.PreludeLength..]);
        payload.CopyTo(rest[(EventFrame.PreludeLength + headers.Length)..]);
        WriteChecksum(frame, frame.Length - EventFrame.ChecksumLength);
        return frame;
    }

    /// <summary>Writes the checksum of everything before <paramref name="position"/> there.</summary>
    private static void WriteChecksum(Span<byte> frame, int position) =>
        Crc.Crc32.Write(Crc.Crc32.Append(Crc.Crc32.Start, frame[..position]), frame[position..]);

    private static void Limit(int length, int limit, string part)
    {
        if (length > limit)
        {
            throw new ArgumentException(
                $"The {part} of an event may take at most {limit} bytes; {length} were given.",
                part
            );
        }
    }
}
