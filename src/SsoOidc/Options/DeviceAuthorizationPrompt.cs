using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Signing in happens in any browser, where a code has to be compared or typed (RFC 8628 §3.3).</summary>
public sealed record DeviceAuthorizationPrompt : SignInPrompt
{
    /// <summary>The page on which the code is typed.</summary>
    public required string VerificationUri { get; init; }

    /// <summary>The page with the code filled in; a QR code should hold this one. Null when the service gives none.</summary>
    public string? VerificationUriComplete { get; init; }

    /// <summary>The code, for example <c>ABCD-EFGH</c>; show it, do not log it.</summary>
    public required string UserCode { get; init; }

    /// <inheritdoc/>
    public override string Url => VerificationUriComplete ?? VerificationUri;

    /// <summary>Page and expiry, without the code.</summary>
    public override string ToString() =>
        $"DeviceAuthorizationPrompt {{ VerificationUri = {VerificationUri}, UserCode = {Redaction.Text}, ExpiresAt = {ExpiresAt:u} }}";
}
