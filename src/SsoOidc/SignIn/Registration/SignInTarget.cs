namespace SsoOidc;

/// <summary>What a sign-in works with: the session, the portal it leads to, and the client in the portal's region.</summary>
/// <param name="Session">The session as it is configured.</param>
/// <param name="Portal">The portal behind the session's start URL.</param>
/// <param name="Client">Calls the service in the portal's region.</param>
internal sealed record SignInTarget(SsoSession Session, PortalAddress Portal, SsoOidcClient Client);
