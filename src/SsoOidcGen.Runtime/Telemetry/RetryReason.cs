namespace SsoOidcGen.Runtime;

/// <summary>Why a request is sent again.</summary>
internal enum RetryReason
{
    Transient,
    Throttled,
    Clock,
}
