namespace SsoOidcGen.Plan;

/// <summary>How a timestamp travels.</summary>
internal enum TimestampEncoding
{
    EpochSeconds,

    /// <summary>RFC 3339, for example <c>2026-01-31T08:00:00Z</c>.</summary>
    DateTime,

    /// <summary>IMF-fixdate of RFC 9110 §5.6.7, for example <c>Sat, 31 Jan 2026 08:00:00 GMT</c>.</summary>
    HttpDate,
}
