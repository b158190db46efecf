namespace SsoOidcGen.Runtime;

/// <summary>A setting is missing or wrong. The message says which, where it stands, and what to do.</summary>
/// <param name="message">What is wrong and how to mend it.</param>
/// <param name="innerException">The cause, if it was another exception.</param>
public class ConfigurationException(string message, Exception? innerException = null)
    : Exception(message, innerException);
