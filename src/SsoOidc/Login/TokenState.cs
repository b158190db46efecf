namespace SsoOidc;

/// <summary>What a cached token is good for.</summary>
public enum TokenState
{
    /// <summary>It can be used.</summary>
    Valid,

    /// <summary>It has ended, but can be refreshed without asking anybody.</summary>
    Refreshable,

    /// <summary>It has ended: a person has to sign in again.</summary>
    Ended,
}
