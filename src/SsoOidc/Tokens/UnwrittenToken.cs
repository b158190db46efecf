namespace SsoOidc;

/// <summary>A token that could not be written to its store.</summary>
/// <param name="Token">The token.</param>
/// <param name="Replaces">The access token of the entry it was to replace; null when there was none.</param>
internal sealed record UnwrittenToken(SsoToken Token, string? Replaces)
{
    /// <summary>No secret.</summary>
    public override string ToString() => $"UnwrittenToken {{ Token = {Token} }}";
}
