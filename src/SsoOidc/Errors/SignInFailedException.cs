namespace SsoOidc;

/// <summary>The user was asked to sign in, and the sign-in failed.</summary>
/// <param name="failure">Why.</param>
/// <param name="message">What happened and what to do next.</param>
/// <param name="innerException">The cause, if it was another exception.</param>
public sealed class SignInFailedException(SignInFailure failure, string message, Exception? innerException = null)
    : SsoException(message, innerException)
{
    /// <summary>Why.</summary>
    public SignInFailure Failure { get; } = failure;
}
