using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;
using System.Text;

namespace SsoOidcGen.Runtime.CompilerServices;

/// <summary>The three forms of a timestamp on the wire (Smithy <c>timestampFormat</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Timestamps
{
    internal const string Expected =
        "Expected a timestamp in the years 1 to 9999: epoch seconds, RFC 3339 or an HTTP date";

    private const decimal FirstSecond = -62_135_596_800m;
    private const decimal LastSecond = 253_402_300_799.9999999m;

    /// <summary>RFC 3339 in UTC with as many digits of the fraction as the value has, for example <c>2026-01-31T08:00:00Z</c>.</summary>
    public static string ToDateTime(DateTimeOffset value) =>
        value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>IMF-fixdate (RFC 9110 §5.6.7), whole seconds: <c>Sat, 31 Jan 2026 08:00:00 GMT</c>.</summary>
    public static string ToHttpDate(DateTimeOffset value) =>
        value.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);

    /// <summary>Seconds since 1970-01-01T00:00:00Z, with the fraction the value has.</summary>
    public static string ToEpochSeconds(DateTimeOffset value) =>
        EpochSeconds(value).ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads any of the three forms; a time without a zone is UTC.</summary>
    /// <exception cref="MalformedContentException">The text is none of them, or the time lies outside the years 1 to 9999.</exception>
    public static DateTimeOffset Parse(string text) =>
        TryParse(text, out DateTimeOffset value) ? value : throw new MalformedContentException($"{Expected}.");

    internal static bool TryParse(string text, out DateTimeOffset value) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal seconds)
            ? TryFromEpochSeconds(seconds, out value)
            : DateTimeOffset.TryParse(
                text.EndsWith("UTC", StringComparison.Ordinal) ? text[..^3] + "Z" : text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out value
            );

    /// <inheritdoc cref="TryParse(string, out DateTimeOffset)"/>
    internal static bool TryParse(ReadOnlySpan<byte> utf8, out DateTimeOffset value) =>
        TryParseUtc(utf8, out value) || TryParse(Encoding.UTF8.GetString(utf8), out value);

    internal static decimal EpochSeconds(DateTimeOffset value)
    {
        decimal seconds = (decimal)(value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond;
        return seconds == decimal.Truncate(seconds) ? decimal.Truncate(seconds) : seconds;
    }

    /// <summary>The form in which most timestamps arrive, <c>2026-01-31T08:00:00Z</c> with a fraction or without.</summary>
    private static bool TryParseUtc(ReadOnlySpan<byte> utf8, out DateTimeOffset value)
    {
        value = default;
        if (utf8.Length is < 20 or > 28 || utf8[10] != 'T' || utf8[^1] != 'Z')
        {
            return false;
        }

        // The platform's round-trip form has seven digits.
        Span<byte> whole = stackalloc byte[28];
        utf8[..19].CopyTo(whole);
        ".0000000Z"u8.CopyTo(whole[19..]);
        utf8[19..^1].CopyTo(whole[19..]);
        return Utf8Parser.TryParse(whole, out value, out int length, 'O') && length == whole.Length;
    }

    internal static bool TryFromEpochSeconds(decimal seconds, out DateTimeOffset value)
    {
        bool isInRange = seconds is >= FirstSecond and <= LastSecond;
        value = isInRange
            ? DateTimeOffset.UnixEpoch.AddTicks(decimal.ToInt64(decimal.Round(seconds * TimeSpan.TicksPerSecond)))
            : default;
        return isInRange;
    }
}
