using System.Globalization;

namespace SsoOidc.Cli;

/// <summary>Times in a human-readable form.</summary>
internal static class Times
{
    /// <summary>Date and time of day in the user's time zone.</summary>
    public static string Clock(DateTimeOffset time) =>
        time.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For scripts: UTC, whole seconds, <c>2026-01-31T12:00:00Z</c>.</summary>
    public static string Iso(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Minutes and seconds, <c>9:05</c>; never below zero.</summary>
    public static string Left(TimeSpan left)
    {
        long seconds = Math.Max(0, (long)Math.Ceiling(left.TotalSeconds));
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
    }
}
