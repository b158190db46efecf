namespace SsoOidc;

/// <summary>The token that is in use, and what its store holds.</summary>
/// <param name="Token">The token.</param>
/// <param name="StoredAccessToken">The access token of the store's entry, which tells one entry from the next; null when there is none.</param>
internal sealed record CachedToken(SsoToken Token, string? StoredAccessToken)
{
    /// <summary>Whether others can see it; else it is in this process's memory only.</summary>
    public bool IsStored => Token.AccessToken == StoredAccessToken;

    /// <summary>No secret.</summary>
    public override string ToString() => $"CachedToken {{ Token = {Token}, IsStored = {IsStored} }}";
}
