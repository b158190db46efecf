namespace SsoOidc;

/// <summary>What a cached token is good for.</summary>
public enum TokenState
{
    /// <summary>It can be used.</summary>
    Valid,

    /// <summary>It has expired, but can be refreshed without the user.</summary>
    Refreshable,

    /// <summary>It has expired: the user has to sign in again.</summary>
    Expired,
}
