namespace SsoOidcGen.Runtime;

/// <summary>A source of credentials is configured, but gave none. Nothing was sent to the service that was called.</summary>
/// <param name="message">Which source, where it is configured, what went wrong, and what to do. It holds no secret.</param>
/// <param name="innerException">The cause, if it was another exception.</param>
public sealed class CredentialsException(string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The source may do better in a moment.</summary>
    internal bool IsTransient { get; init; }
}
