namespace SsoOidc;

/// <summary>Why a sign-in failed.</summary>
public enum SignInFailure
{
    /// <summary>The user, or a policy of the organization, denied access (<c>access_denied</c>).</summary>
    Denied,

    /// <summary>The sign-in was not approved in time.</summary>
    Expired,

    /// <summary>The service refused for another reason, which the message tells.</summary>
    Refused,

    /// <summary>This machine cannot wait for the browser's response.</summary>
    ListenerUnavailable,
}
