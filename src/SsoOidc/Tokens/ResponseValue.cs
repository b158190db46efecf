using System.Diagnostics.CodeAnalysis;

namespace SsoOidc;

/// <summary>Takes from a response what the service's model leaves optional but a sign-in cannot do without, within reason.</summary>
internal static class ResponseValue
{
    private const int SecondsPerDay = 24 * 60 * 60;
    private static readonly long s_lastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>An empty text stands for nothing, too.</summary>
    public static string RequireText([NotNull] string? value, string operation, string member) =>
        string.IsNullOrEmpty(value) ? throw Missing(operation, member) : value;

    public static T Require<T>([NotNull] T? value, string operation, string member)
        where T : class => value ?? throw Missing(operation, member);

    public static T Require<T>([NotNull] T? value, string operation, string member)
        where T : struct => value ?? throw Missing(operation, member);

    /// <summary>A point in time in seconds since 1970; one beyond the calendar is its end.</summary>
    public static DateTimeOffset Time(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, s_lastSecond));

    /// <summary>A time to wait; none is longer than a day.</summary>
    public static TimeSpan Duration(int seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, SecondsPerDay));

    /// <summary>What a service must not have meant.</summary>
    public static SsoException Unusable(string operation, string what) =>
        new(
            $"The service responded to {operation} with {what}, so nothing that was there before is replaced."
                + " Check that the endpoint is one of IAM Identity Center, and try again."
        );

    private static SsoException Missing(string operation, string member) =>
        new(
            $"The service responded to {operation} without '{member}'. Check that the endpoint is one of IAM Identity Center."
        );
}
