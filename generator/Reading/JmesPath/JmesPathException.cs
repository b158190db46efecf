namespace SsoOidcGen.Reading.JmesPath;

/// <summary>Ends the reading of an expression. Never leaves the reader.</summary>
internal sealed class JmesPathException(string message, bool isReported = false) : Exception(message)
{
    /// <summary>The cause has had its diagnostic already.</summary>
    public bool IsReported { get; } = isReported;
}
