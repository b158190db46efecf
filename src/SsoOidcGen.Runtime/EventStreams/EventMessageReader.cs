using System.Buffers.Binary;
using SsoOidcGen.Runtime.CompilerServices;

namespace SsoOidcGen.Runtime;

/// <summary>Reads messages one by one from a stream and believes nothing that its checksums do not confirm.</summary>
internal sealed class EventMessageReader(Stream stream)
{
    private readonly byte[] _prelude = new byte[EventFrame.PreludeLength];

    /// <summary>The next message; null at the end of the stream.</summary>
    /// <exception cref="EventStreamException">The message is corrupt, or the stream ends inside it.</exception>
    public async ValueTask<EventMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        int read = await stream
            .ReadAtLeastAsync(_prelude, _prelude.Length, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        if (read == 0)
        {
            return null;
        }

        ExpectAll(read, _prelude.Length);
        (int length, int headersLength) = ReadPrelude(_prelude);
        byte[] frame = new byte[length];
        _prelude.CopyTo(frame, 0);
        Memory<byte> rest = frame.AsMemory(EventFrame.PreludeLength);
        read = await stream
            .ReadAtLeastAsync(rest, rest.Length, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        ExpectAll(read, rest.Length);
        return ReadFrame(frame, headersLength);
    }

    private static (int Length, int HeadersLength) ReadPrelude(ReadOnlySpan<byte> prelude)
    {
        if (!Crc.Crc32.Matches(prelude[..EventFrame.CheckedPreludeLength], prelude[EventFrame.CheckedPreludeLength..]))
        {
            throw new EventStreamException(
                EventStreamError.PreludeChecksum,
                "The start of a message of the event stream does not match its checksum."
            );
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(prelude);
        uint headers = BinaryPrimitives.ReadUInt32BigEndian(prelude[sizeof(uint)..]);
        if (
            headers > EventFrame.MaxHeadersLength
            || headers > (long)length - EventFrame.Overhead && length >= EventFrame.Overhead
        )
        {
            throw new EventStreamException(
                EventStreamError.HeadersLength,
                $"A message of {length} bytes in the event stream has headers of {headers} bytes; they may take {EventFrame.MaxHeadersLength}."
            );
        }

        if (length < EventFrame.Overhead || length - EventFrame.Overhead - headers > EventFrame.MaxPayloadLength)
        {
            throw new EventStreamException(
                EventStreamError.MessageLength,
                $"A message of the event stream has {length} bytes; at least {EventFrame.Overhead} are needed, and the payload may take {EventFrame.MaxPayloadLength}."
            );
        }

        return ((int)length, (int)headers);
    }

    private static EventMessage ReadFrame(byte[] frame, int headersLength)
    {
        int end = frame.Length - EventFrame.ChecksumLength;
        if (!Crc.Crc32.Matches(frame.AsSpan(0, end), frame.AsSpan(end)))
        {
            throw new EventStreamException(
                EventStreamError.MessageChecksum,
                "A message of the event stream does not match its checksum."
            );
        }

        int payload = EventFrame.PreludeLength + headersLength;
        return new EventMessage
        {
            Headers = EventHeaderReader.ReadAll(frame.AsSpan(EventFrame.PreludeLength, headersLength)),
            Payload = frame.AsMemory(payload, end - payload),
        };
    }

    private static void ExpectAll(int read, int expected)
    {
        if (read < expected)
        {
            throw new EventStreamException(
                EventStreamError.Truncated,
                $"The event stream ended inside a message: {expected - read} of {expected} bytes are missing."
            );
        }
    }
}
