using System.Globalization;

namespace SsoOidc;

/// <summary>Points in time as the AWS tools write them into their caches.</summary>
internal static class CacheTimestamp
{
    /// <summary>UTC with whole seconds, the fraction cut: <c>2026-01-31T08:30:00Z</c>.</summary>
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads ISO 8601 with offset or fraction too, and the <c>UTC</c> that old AWS CLIs wrote instead of <c>Z</c>.</summary>
    public static DateTimeOffset? TryParse(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string iso = text.EndsWith("UTC", StringComparison.Ordinal) ? text[..^3].TrimEnd() + "Z" : text;
        return DateTimeOffset.TryParse(
            iso,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset time
        )
            ? time
            : null;
    }
}
