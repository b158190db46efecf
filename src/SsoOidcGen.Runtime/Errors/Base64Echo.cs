using System.Buffers;
using System.Buffers.Text;

namespace SsoOidcGen.Runtime;

/// <summary>A sensitive value in a text that repeats it as base64 (RFC 4648 §4, §5), alone or amid other bytes.</summary>
internal static class Base64Echo
{
    private const int BytesOfGroup = 3;
    private const int DigitsOfGroup = 4;
    private const int ShortestEcho = 6;

    // Shorter runs of digits are everywhere: names, UUIDs.
    private const int LongRun = 40;

    /// <inheritdoc cref="Echo.Redact"/>
    public static int Redact(Span<byte> text, ReadOnlySpan<byte> value)
    {
        if (!HasRun(text, Math.Min(value.Length / BytesOfGroup * DigitsOfGroup, LongRun)))
        {
            return text.Length;
        }

        int length = text.Length;
        byte[] bytes = ArrayPool<byte>.Shared.Rent(value.Length + BytesOfGroup);
        byte[] encoded = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(bytes.Length));
        // What stands before the value in its group of three bytes shifts all digits.
        for (int shift = 0; shift < BytesOfGroup; shift++)
        {
            value.CopyTo(bytes.AsSpan(shift));
            int size = (shift + value.Length) / BytesOfGroup * BytesOfGroup;
            Base64.EncodeToUtf8(bytes.AsSpan(0, size), encoded, out _, out int count);
            Span<byte> digits = encoded.AsSpan(0, count)[Math.Min(shift == 0 ? 0 : shift + 1, count)..];
            if (digits.Length >= ShortestEcho)
            {
                length = Echo.Redact(text[..length], digits);
                digits.Replace((byte)'+', (byte)'-');
                digits.Replace((byte)'/', (byte)'_');
                length = Echo.Redact(text[..length], digits);
            }
        }

        ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        ArrayPool<byte>.Shared.Return(encoded, clearArray: true);
        return length;
    }

    /// <summary>Whether so many digits follow each other. Looks at the end of each stretch first, and so at few bytes.</summary>
    private static bool HasRun(ReadOnlySpan<byte> text, int length)
    {
        int start = 0;
        while (start + length <= text.Length)
        {
            int last = start + length - 1;
            while (last >= start && IsDigit(text[last]))
            {
                last--;
            }

            if (last < start)
            {
                return true;
            }

            start = last + 1;
        }

        return false;
    }

    private static bool IsDigit(byte c) =>
        char.IsAsciiLetterOrDigit((char)c) || c is (byte)'+' or (byte)'/' or (byte)'-' or (byte)'_';
}
