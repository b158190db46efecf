namespace SsoOidcGen.Runtime;

/// <summary>
/// The service responded with success, but not with what its model says. The call took effect and is
/// not repeated. The text of the response is left out because it may hold secrets.
/// </summary>
public sealed class UnreadableResponseException : ServiceException
{
    /// <inheritdoc cref="ServiceException(string, Exception)"/>
    public UnreadableResponseException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
