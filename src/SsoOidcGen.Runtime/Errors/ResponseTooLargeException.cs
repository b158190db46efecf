namespace SsoOidcGen.Runtime;

/// <summary>
/// A success response is larger than <see cref="ServiceClientOptions.MaxResponseBytes"/>, or than the caller's
/// <see cref="HttpClient.MaxResponseContentBufferSize"/>. The call took effect and is not repeated.
/// </summary>
public sealed class ResponseTooLargeException : ServiceException
{
    /// <inheritdoc cref="ServiceException(string, Exception)"/>
    public ResponseTooLargeException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
