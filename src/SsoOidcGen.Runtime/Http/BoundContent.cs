namespace SsoOidcGen.Runtime;

/// <summary>A body for the address that its message has, and for no other: one that a handler redirects is not sent on.</summary>
/// <param name="message">The message that it belongs to.</param>
internal abstract class BoundContent(HttpRequestMessage message) : HttpContent
{
    protected Uri? Target { get; private set; } = message.RequestUri;

    /// <summary>The error when the message has another address by now.</summary>
    protected RedirectRefusedException? Redirection =>
        message.RequestUri == Target ? null : new RedirectRefusedException(message.RequestUri);

    /// <summary>Follows an address that was changed before the message is sent.</summary>
    public void Rebind() => Target = message.RequestUri;
}
