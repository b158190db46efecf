namespace SsoOidc;

/// <summary>Signing in, or using a signed-in session, failed. The message says why and what to do next; it holds no secret.</summary>
/// <param name="message">What happened and what to do next.</param>
/// <param name="innerException">The cause, if it was another exception.</param>
public class SsoException(string message, Exception? innerException = null) : Exception(message, innerException);
