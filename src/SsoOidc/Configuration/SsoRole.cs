namespace SsoOidc;

/// <summary>A role in an account, reached through a session.</summary>
/// <param name="Session">The session to sign in to.</param>
/// <param name="AccountId">The 12 digits of the account.</param>
/// <param name="RoleName">The permission set as the access portal shows it.</param>
public sealed record SsoRole(SsoSession Session, string AccountId, string RoleName);
