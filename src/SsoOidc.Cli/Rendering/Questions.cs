using Spectre.Console;
using SsoOidc.Portal;

namespace SsoOidc.Cli;

/// <summary>Asks a person who sits at a terminal.</summary>
internal sealed class Questions(IAnsiConsole console)
{
    /// <summary>Null where nobody can answer: when output or input is not a terminal.</summary>
    public static Questions? ForPerson(IAnsiConsole console) =>
        console.Profile.Capabilities.Interactive && !Console.IsInputRedirected ? new Questions(console) : null;

    /// <summary>Asks for a line of text; an empty answer takes the suggestion.</summary>
    public Task<string> AskAsync(string question, string? suggestion, CancellationToken cancellationToken)
    {
        TextPrompt<string> prompt = new($"{question}:");
        return (suggestion is null ? prompt : prompt.DefaultValue(suggestion)).ShowAsync(console, cancellationToken);
    }

    /// <summary>Lets the person choose one of the accounts; the only one is not asked for.</summary>
    public Task<AccountInfo> ChooseAsync(IReadOnlyList<AccountInfo> accounts, CancellationToken cancellationToken) =>
        ChooseAsync("Account", accounts, item => $"{item.AccountId}  {item.AccountName}", cancellationToken);

    /// <summary>Lets the person choose one of the roles; the only one is not asked for.</summary>
    public Task<RoleInfo> ChooseAsync(IReadOnlyList<RoleInfo> roles, CancellationToken cancellationToken) =>
        ChooseAsync("Role", roles, item => item.RoleName ?? "", cancellationToken);

    private async Task<T> ChooseAsync<T>(
        string title,
        IReadOnlyList<T> items,
        Func<T, string> name,
        CancellationToken cancellationToken
    )
        where T : notnull =>
        items is [T only]
            ? only
            : await new SelectionPrompt<T>()
                .Title(title)
                .EnableSearch()
                .UseConverter(item => Markup.Escape(name(item)))
                .AddChoices(items)
                .ShowAsync(console, cancellationToken);
}
