using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>Values read from headers (Smithy HTTP bindings). A missing header is null; text of another form is a <see cref="MalformedContentException"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BindingValue
{
    /// <summary>Reads <c>true</c> or <c>false</c>.</summary>
    public static bool? ReadBoolean(string? text) =>
        text is null ? null
        : bool.TryParse(text, out bool value) ? value
        : throw Unexpected("true or false");

    /// <summary>Reads a 32-bit integer.</summary>
    public static int? ReadInt32(string? text) =>
        text is null ? null
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value
        : throw Unexpected("a 32-bit integer");

    /// <summary>Reads a 64-bit integer.</summary>
    public static long? ReadInt64(string? text) =>
        text is null ? null
        : long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out long value) ? value
        : throw Unexpected("a 64-bit integer");

    /// <summary>Reads a single-precision number, <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</summary>
    public static float? ReadSingle(string? text) => (float?)ReadDouble(text);

    /// <summary>Reads a double-precision number, <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</summary>
    public static double? ReadDouble(string? text) =>
        text is null ? null
        : NumberWords.TryParse(text, out double word) ? word
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value
        : throw Unexpected("a number");

    /// <summary>Reads a timestamp in any of its three forms.</summary>
    public static DateTimeOffset? ReadTimestamp(string? text) => text is null ? null : Timestamps.Parse(text);

    /// <summary>Reads a timestamp; text of another form is null too.</summary>
    public static DateTimeOffset? TryReadTimestamp(string? text) =>
        text is not null && Timestamps.TryParse(text, out DateTimeOffset value) ? value : null;

    /// <summary>Reads base64 (RFC 4648 §4).</summary>
    public static ReadOnlyMemory<byte>? ReadBlob(string? text) =>
        // A plain null would become empty memory, by way of a null array.
        text is null
            ? default(ReadOnlyMemory<byte>?)
            : FromBase64(text);

    /// <summary>Reads text that travels as base64.</summary>
    public static string? ReadBase64Text(string? text) =>
        text is null ? null : Encoding.UTF8.GetString(FromBase64(text));

    /// <summary>Reads a list: items between commas, quoted ones unquoted (RFC 9110 §5.6.1, §5.6.4).</summary>
    public static IReadOnlyList<T>? ReadList<T>(string? text, Func<string, T> readItem)
    {
        if (text is null)
        {
            return null;
        }

        List<T> items = [];
        int position = 0;
        while (position < text.Length)
        {
            items.Add(readItem(NextItem(text, ref position)));
        }

        return items;
    }

    /// <summary>Reads a list of HTTP dates, each of which holds a comma itself (RFC 9110 §5.6.7).</summary>
    public static IReadOnlyList<DateTimeOffset>? ReadHttpDateList(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string[] halves = text.Split(',');
        if (halves.Length % 2 != 0)
        {
            throw Unexpected("a list of HTTP dates");
        }

        return halves.Chunk(2).Select(static pair => Timestamps.Parse($"{pair[0]},{pair[1]}".Trim())).ToList();
    }

    private static string NextItem(string text, ref int position)
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }

        return position < text.Length && text[position] == '"'
            ? QuotedItem(text, ref position)
            : PlainItem(text, ref position);
    }

    private static string PlainItem(string text, ref int position)
    {
        int comma = text.IndexOf(',', position);
        int end = comma < 0 ? text.Length : comma;
        string item = text[position..end].Trim();
        position = end + 1;
        return item;
    }

    private static string QuotedItem(string text, ref int position)
    {
        StringBuilder item = new();
        for (position++; position < text.Length && text[position] != '"'; position++)
        {
            if (text[position] == '\\' && position + 1 < text.Length)
            {
                position++;
            }

            item.Append(text[position]);
        }

        PlainItem(text, ref position);
        return item.ToString();
    }

    private static byte[] FromBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            throw Unexpected("base64 text");
        }
    }

    private static MalformedContentException Unexpected(string expected) => new($"Expected {expected} in a header.");
}
