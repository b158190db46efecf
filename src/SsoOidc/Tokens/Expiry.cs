namespace SsoOidc;

/// <summary>When something that expires is replaced: tokens, registrations and role credentials alike, as AWS CLI v2 does it.</summary>
internal static class Expiry
{
    /// <summary>How long before its end a thing counts as used up.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public static bool IsFresh(DateTimeOffset expiresAt, DateTimeOffset now) => expiresAt - now >= Window;
}
