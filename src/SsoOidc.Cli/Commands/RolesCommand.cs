using System.CommandLine;
using System.Runtime.CompilerServices;
using SsoOidc.Portal;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc roles</c>: the roles that the signed-in user can take, in one account or in all.</summary>
internal static class RolesCommand
{
    public static Command Create(CliHost host)
    {
        SessionOptions session = new();
        Option<string> account = RoleOptions.CreateAccount();
        Command command = new("roles", "List the roles you can take, in one account or in all of them.") { account };
        session.AddTo(command);
        command.Run(
            host,
            async (line, cancellationToken) =>
            {
                using SsoLogin login = new(session.Select(line), session.CreateLoginOptions(host, line));
                AccessPortal portal = new(login);
                IAsyncEnumerable<RoleInfo> roles = line.GetValue(account) is { } id
                    ? portal.ListRolesAsync(id, cancellationToken)
                    : ListAllAsync(portal, cancellationToken);
                Write(host, await roles.ToListAsync(cancellationToken), line.WantsJson());
            }
        );
        return command;
    }

    private static async IAsyncEnumerable<RoleInfo> ListAllAsync(
        AccessPortal portal,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (AccountInfo account in portal.ListAccountsAsync(cancellationToken))
        {
            await foreach (RoleInfo role in portal.ListRolesAsync(account.AccountId!, cancellationToken))
            {
                yield return role;
            }
        }
    }

    private static void Write(CliHost host, List<RoleInfo> roles, bool json)
    {
        if (json)
        {
            JsonOutput.WriteList(
                host.Output,
                roles,
                (members, role) =>
                {
                    members.WriteStringOrNull("accountId", role.AccountId);
                    members.WriteStringOrNull("roleName", role.RoleName);
                }
            );
        }
        else
        {
            TableView.Write(host.Output, roles, ("ACCOUNT", role => role.AccountId), ("ROLE", role => role.RoleName));
        }
    }
}
