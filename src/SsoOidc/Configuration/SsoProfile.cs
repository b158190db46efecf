namespace SsoOidc;

/// <summary>A profile that stands for a role in an account.</summary>
/// <param name="Name">The profile's name.</param>
/// <param name="AccountId">The 12 digits of the account.</param>
/// <param name="RoleName">The role as the access portal names it.</param>
public sealed record SsoProfile(string Name, string AccountId, string RoleName);
