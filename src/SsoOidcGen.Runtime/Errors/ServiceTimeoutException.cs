namespace SsoOidcGen.Runtime;

/// <summary>A time limit was reached before the service responded: <see cref="ServiceClientOptions.ConnectTimeout"/>, <see cref="ServiceClientOptions.AttemptTimeout"/>, <see cref="ServiceClientOptions.CallTimeout"/>, or that of the caller's own <see cref="HttpClient"/>. The message names it. A cancellation by the caller is an <see cref="OperationCanceledException"/> instead.</summary>
public sealed class ServiceTimeoutException : ServiceException
{
    /// <inheritdoc cref="ServiceException(string, Exception)"/>
    public ServiceTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException) => IsRetryable = true;
}
