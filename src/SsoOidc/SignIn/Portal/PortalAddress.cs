namespace SsoOidc;

/// <summary>An access portal under the address that AWS gave it.</summary>
/// <param name="StartUrl">The start URL without redirections.</param>
/// <param name="Region">The region of IAM Identity Center.</param>
internal sealed record PortalAddress(string StartUrl, string Region);
