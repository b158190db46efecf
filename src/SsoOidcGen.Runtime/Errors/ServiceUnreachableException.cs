namespace SsoOidcGen.Runtime;

/// <summary>No response arrived: name resolution, connection, TLS or transfer failed. The cause is the inner exception.</summary>
public sealed class ServiceUnreachableException : ServiceException
{
    /// <inheritdoc cref="ServiceException(string, Exception)"/>
    public ServiceUnreachableException(string message, Exception? innerException = null)
        : base(message, innerException) => IsRetryable = true;
}
