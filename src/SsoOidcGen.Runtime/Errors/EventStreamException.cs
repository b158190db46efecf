namespace SsoOidcGen.Runtime;

/// <summary>An event stream broke off: a message in it cannot be read.</summary>
public sealed class EventStreamException : ServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="error">What is wrong.</param>
    /// <param name="message">What is wrong, in words.</param>
    /// <param name="innerException">The cause, if it is another exception.</param>
    public EventStreamException(EventStreamError error, string message, Exception? innerException = null)
        : base(message, innerException) => Error = error;

    /// <summary>What is wrong.</summary>
    public EventStreamError Error { get; }
}
