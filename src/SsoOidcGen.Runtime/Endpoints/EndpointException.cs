namespace SsoOidcGen.Runtime;

/// <summary>
/// There is no endpoint for the region and settings of a client: they contradict each other, or the service is not
/// offered there. The message is that of the service's endpoint rules. Nothing was sent.
/// </summary>
public sealed class EndpointException : InvalidOperationException
{
    /// <summary>Creates the exception without a reason.</summary>
    public EndpointException()
        : base("There is no endpoint for the region and settings of the client.") { }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What the rules say.</param>
    public EndpointException(string message)
        : base(message) { }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What the rules say.</param>
    /// <param name="innerException">The cause.</param>
    public EndpointException(string message, Exception innerException)
        : base(message, innerException) { }
}
