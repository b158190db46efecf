namespace SsoOidc;

/// <summary>When something that expires is replaced: tokens, registrations and role credentials alike, as AWS CLI v2 does it.</summary>
internal static class Expiry
{
    /// <summary>How long before its end a thing counts as used up.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>How long a caller who holds something valid waits for its successor.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long after an attempt that failed, or took longer than that, the next one is made.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public static bool IsFresh(DateTimeOffset expiresAt, DateTimeOffset now) => expiresAt - now >= Window;
}
