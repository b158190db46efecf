namespace SsoOidcGen.Runtime;

/// <summary>Asking a source showed that nothing is configured there. Never leaves the runtime: whoever asked says what that means.</summary>
/// <param name="reason">The rest of a sentence that begins with the source's name.</param>
internal sealed class NotConfiguredException(string reason) : Exception(reason);
