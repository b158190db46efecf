namespace SsoOidcGen.Runtime;

/// <summary>
/// The service responded with success, but not with what its model says. The call took effect and is
/// not repeated. The message shows the beginning of what is not in the service's format, such as a proxy's page. It shows
/// nothing of damaged content, nor where the operation has sensitive members: secrets may be in there.
/// </summary>
public sealed class UnreadableResponseException : ServiceException
{
    /// <inheritdoc cref="ServiceException(string, Exception)"/>
    public UnreadableResponseException(string message, Exception? innerException = null)
        : base(message, innerException) { }
}
