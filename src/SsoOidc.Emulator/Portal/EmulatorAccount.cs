namespace SsoOidc.Emulator;

/// <summary>An AWS account that the signed-in user may use.</summary>
/// <param name="Id">The twelve digits of the account.</param>
/// <param name="Name">The display name.</param>
/// <param name="EmailAddress">The address of the account's owner.</param>
/// <param name="Roles">The names of the roles assigned in this account.</param>
public sealed record EmulatorAccount(string Id, string Name, string EmailAddress, IReadOnlyList<string> Roles)
{
    internal static IReadOnlyList<EmulatorAccount> Samples { get; } =
    [
        new("111111111111", "Sandbox", "sandbox@example.com", ["AdministratorAccess", "ReadOnlyAccess"]),
        new("222222222222", "Staging", "staging@example.com", ["PowerUserAccess", "ReadOnlyAccess"]),
        new("333333333333", "Production", "production@example.com", ["ReadOnlyAccess"]),
    ];
}
