namespace SsoOidcGen.Runtime;

/// <summary>The service did not answer within <see cref="ServiceClientOptions.AttemptTimeout"/>. A cancellation by the caller is an <see cref="OperationCanceledException"/> instead.</summary>
public sealed class ServiceTimeoutException : ServiceException
{
    /// <inheritdoc cref="ServiceException(string, Exception)"/>
    public ServiceTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException) => IsRetryable = true;
}
