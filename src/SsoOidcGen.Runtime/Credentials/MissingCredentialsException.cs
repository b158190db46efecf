namespace SsoOidcGen.Runtime;

/// <summary>An operation must be authenticated, and there are no credentials for it. Nothing was sent.</summary>
/// <param name="message">Where they were looked for, and how to provide them.</param>
/// <param name="innerException">The cause, if it was another exception.</param>
public sealed class MissingCredentialsException(string message, Exception? innerException = null)
    : ConfigurationException(message, innerException);
