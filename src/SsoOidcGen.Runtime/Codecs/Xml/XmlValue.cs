using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Reads the element that comes next.</summary>
/// <typeparam name="T">What is read.</typeparam>
/// <param name="reader">Stands on the element; afterwards behind it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T XmlValueReader<T>(ref Utf8XmlReader reader);

/// <summary>
/// Reads elements and attributes as the Smithy types that travel in them. Every mismatch is a
/// <see cref="MalformedContentException"/>. Numbers, booleans and timestamps without a text are no values.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class XmlValue
{
    /// <summary>Reads a string with all its blanks.</summary>
    public static string ReadString(ref Utf8XmlReader reader) => Encoding.UTF8.GetString(reader.ReadText());

    /// <summary>Reads a value of an enum: text of which there are few different ones.</summary>
    public static string ReadEnum(ref Utf8XmlReader reader) => RepeatedText.Of(reader.ReadText());

    /// <summary>Reads a boolean: <c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>.</summary>
    public static bool? ReadBoolean(ref Utf8XmlReader reader)
    {
        int start = reader.Position;
        ReadOnlySpan<byte> text = ReadTrimmed(ref reader);
        return text.IsEmpty ? null
            : text.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(text, "true"u8) ? true
            : text.SequenceEqual("0"u8) || Ascii.EqualsIgnoreCase(text, "false"u8) ? false
            : throw new MalformedContentException("Expected a boolean", start);
    }

    /// <summary>Reads a 32-bit integer.</summary>
    public static int? ReadInt32(ref Utf8XmlReader reader)
    {
        int start = reader.Position;
        ReadOnlySpan<byte> text = ReadTrimmed(ref reader);
        return text.IsEmpty ? null
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value
            : throw new MalformedContentException("Expected a 32-bit integer", start);
    }

    /// <summary>Reads a 64-bit integer.</summary>
    public static long? ReadInt64(ref Utf8XmlReader reader)
    {
        int start = reader.Position;
        ReadOnlySpan<byte> text = ReadTrimmed(ref reader);
        return text.IsEmpty ? null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value
            : throw new MalformedContentException("Expected a 64-bit integer", start);
    }

    /// <summary>Reads a single-precision number, <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</summary>
    public static float? ReadSingle(ref Utf8XmlReader reader) => (float?)ReadDouble(ref reader);

    /// <summary>Reads a double-precision number, <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</summary>
    public static double? ReadDouble(ref Utf8XmlReader reader)
    {
        int start = reader.Position;
        ReadOnlySpan<byte> text = ReadTrimmed(ref reader);
        return text.IsEmpty ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value
            : throw new MalformedContentException("Expected a number, NaN, Infinity or -Infinity", start);
    }

    /// <summary>Reads base64 text (RFC 4648 §4).</summary>
    public static ReadOnlyMemory<byte> ReadBlob(ref Utf8XmlReader reader)
    {
        int start = reader.Position;
        ReadOnlySpan<byte> text = reader.ReadText();
        byte[] value = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, value, out _, out int length) == OperationStatus.Done
            ? value.AsMemory(0, length)
            : throw new MalformedContentException("Expected base64 text", start);
    }

    /// <summary>Reads a timestamp: epoch seconds, RFC 3339 or an HTTP date. Services mix them, whatever the model says.</summary>
    public static DateTimeOffset? ReadTimestamp(ref Utf8XmlReader reader)
    {
        int start = reader.Position;
        ReadOnlySpan<byte> text = ReadTrimmed(ref reader);
        return text.IsEmpty ? null
            : Timestamps.TryParse(text, out DateTimeOffset value) ? value
            : throw new MalformedContentException(Timestamps.Expected, start);
    }

    /// <summary>A value where nothing else can stand.</summary>
    /// <param name="value">What was read; null when the element holds no text.</param>
    /// <param name="reader">Stands behind the element.</param>
    public static T Require<T>(T? value, ref Utf8XmlReader reader)
        where T : struct => value ?? throw new MalformedContentException("An element has no value", reader.Position);

    /// <summary>Reads an empty element: what stands for a structure that a service must send and did not.</summary>
    public static T ReadEmpty<T>(XmlValueReader<T> read)
    {
        Utf8XmlReader reader = XmlText.ReaderOf([]);
        return read(ref reader);
    }

    private static ReadOnlySpan<byte> ReadTrimmed(ref Utf8XmlReader reader) =>
        reader.ReadText().Trim(XmlCharacters.Blanks);
}
