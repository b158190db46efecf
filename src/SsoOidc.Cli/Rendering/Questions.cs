using SsoOidc.Portal;

namespace SsoOidc.Cli;

/// <summary>Asks the user at a terminal.</summary>
internal sealed class Questions(Terminal terminal)
{
    /// <summary>Null where no question can be asked: when output or input is not a terminal.</summary>
    public static Questions? ForTerminal(Terminal terminal) => terminal.IsInteractive ? new Questions(terminal) : null;

    /// <inheritdoc cref="Terminal.AskAsync"/>
    public Task<string> AskAsync(string question, string? suggestion, CancellationToken cancellationToken) =>
        terminal.AskAsync(question, suggestion, cancellationToken);

    /// <summary>Lets the user choose one of the accounts; the only one is not asked for.</summary>
    public Task<AccountInfo> ChooseAsync(IReadOnlyList<AccountInfo> accounts, CancellationToken cancellationToken) =>
        ChooseAsync("Account", accounts, item => $"{item.AccountId}  {item.AccountName}", cancellationToken);

    /// <summary>Lets the user choose one of the roles; the only one is not asked for.</summary>
    public Task<RoleInfo> ChooseAsync(IReadOnlyList<RoleInfo> roles, CancellationToken cancellationToken) =>
        ChooseAsync("Role", roles, item => item.RoleName ?? "", cancellationToken);

    private async Task<T> ChooseAsync<T>(
        string title,
        IReadOnlyList<T> items,
        Func<T, string> name,
        CancellationToken cancellationToken
    )
        where T : notnull =>
        items is [T only] ? only : await terminal.ChooseAsync(title, items, name, cancellationToken);
}
