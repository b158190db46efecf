namespace SsoOidc;

/// <summary>There is no token, or it has ended and cannot be refreshed: a person has to sign in (again).</summary>
/// <param name="message">What happened and what to do next.</param>
/// <param name="innerException">The cause, if it was another exception.</param>
public sealed class SignInRequiredException(string message, Exception? innerException = null)
    : SsoException(message, innerException);
