using System.CommandLine;
using SsoOidc.Portal;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc accounts</c>: the accounts that the signed-in user can use.</summary>
internal static class AccountsCommand
{
    public static Command Create(CliHost host)
    {
        SessionOptions session = new();
        Command command = new("accounts", "List the accounts you can use.");
        session.AddTo(command);
        command.Run(
            host,
            async (line, cancellationToken) =>
            {
                using SsoLogin login = new(session.Select(line), session.CreateLoginOptions(host, line));
                List<AccountInfo> accounts = await new AccessPortal(login)
                    .ListAccountsAsync(cancellationToken)
                    .ToListAsync(cancellationToken);
                Write(host, accounts, line.WantsJson());
            }
        );
        return command;
    }

    private static void Write(CliHost host, List<AccountInfo> accounts, bool json)
    {
        if (json)
        {
            JsonOutput.WriteList(
                host.Output,
                accounts,
                (members, account) =>
                {
                    members.WriteStringOrNull("accountId", account.AccountId);
                    members.WriteStringOrNull("accountName", account.AccountName);
                    members.WriteStringOrNull("emailAddress", account.EmailAddress);
                }
            );
        }
        else
        {
            TableView.Write(
                host.Output,
                accounts,
                ("ACCOUNT", account => account.AccountId),
                ("NAME", account => account.AccountName),
                ("EMAIL", account => account.EmailAddress)
            );
        }
    }
}
