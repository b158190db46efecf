namespace SsoOidcGen.Runtime;

/// <summary>How long presigned requests are valid.</summary>
internal static class Lifetimes
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <exception cref="ArgumentOutOfRangeException">No service accepts the lifetime.</exception>
    public static void Check(TimeSpan lifetime)
    {
        if (lifetime < TimeSpan.FromSeconds(1) || lifetime > Longest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(lifetime),
                lifetime,
                "A presigned request is valid for one second at least and seven days at most."
            );
        }
    }
}
