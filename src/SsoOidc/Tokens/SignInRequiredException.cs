namespace SsoOidc;

/// <summary>There is no token, or it has expired and cannot be refreshed: the user has to sign in (again), see <see cref="SsoLogin.SignInAsync"/>.</summary>
/// <param name="session">Where to sign in.</param>
/// <param name="message">What happened and what to do next.</param>
/// <param name="innerException">The cause, if it was another exception.</param>
public sealed class SignInRequiredException(SsoSession session, string message, Exception? innerException = null)
    : SsoException(message, innerException)
{
    /// <summary>Where to sign in.</summary>
    public SsoSession Session { get; } = session;
}
