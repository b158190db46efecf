namespace SsoOidcGen.Runtime;

/// <summary>Stops a handler that follows a redirect with the body of a request.</summary>
internal sealed class RedirectRefusedException(Uri? target)
    : InvalidOperationException($"A redirect to {target?.GetLeftPart(UriPartial.Authority)} was refused.");
