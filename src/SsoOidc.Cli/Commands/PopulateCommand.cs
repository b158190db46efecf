using System.CommandLine;
using SsoOidc.Portal;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc populate</c>: a profile in the shared config for each account and role that the user can take.</summary>
internal static class PopulateCommand
{
    private const string DefaultFormat = "{role}-{account}";

    public static Command Create(CliHost host)
    {
        SessionOptions session = new();
        Option<string> format = new("--name-format")
        {
            Description = "How to name the profiles, of {role}, {account} and {account-name}.",
            HelpName = "text",
            DefaultValueFactory = _ => DefaultFormat,
        };
        Option<string> region = new("--default-region")
        {
            Description = "The region that the profiles work in.",
            HelpName = "region",
        };
        Option<bool> write = new("--write")
        {
            Description = "Write the file; without it, only what would change is shown.",
        };
        Command command = new("populate", "Write a profile for each account and role into ~/.aws/config.")
        {
            format,
            region,
            write,
        };
        session.AddTo(command);
        command.Run(
            host,
            async (line, cancellationToken) =>
            {
                SsoSession chosen = session.Select(line);
                string name = chosen.Name ?? throw Nameless();
                using SsoLogin login = new(chosen, session.CreateLoginOptions(host, line));
                List<SsoProfile> profiles = await ListAsync(login, line.GetValue(format)!, cancellationToken);
                bool writes = line.GetValue(write);
                ProfilesChange change = await new SsoConfigWriter().WriteProfilesAsync(
                    name,
                    profiles,
                    line.GetValue(region),
                    isDryRun: !writes,
                    cancellationToken
                );
                ProfilesView.Write(host.Output, change, writes, line.WantsJson());
            }
        );
        return command;
    }

    private static async Task<List<SsoProfile>> ListAsync(
        SsoLogin login,
        string format,
        CancellationToken cancellationToken
    )
    {
        AccessPortal portal = new(login);
        List<SsoProfile> profiles = [];
        await foreach (AccountInfo account in portal.ListAccountsAsync(cancellationToken))
        {
            await foreach (RoleInfo role in portal.ListRolesAsync(account.AccountId!, cancellationToken))
            {
                string name = format
                    .Replace("{role}", role.RoleName, StringComparison.Ordinal)
                    .Replace("{account-name}", account.AccountName, StringComparison.Ordinal)
                    .Replace("{account}", account.AccountId, StringComparison.Ordinal);
                profiles.Add(new SsoProfile(name, account.AccountId!, role.RoleName!));
            }
        }

        return [.. profiles.OrderBy(static profile => profile.Name, StringComparer.Ordinal)];
    }

    private static CliException Nameless() =>
        new(
            new Failure(
                ExitCode.Usage,
                "configuration",
                "The session has no name, so profiles cannot refer to it.",
                "Write one with 'ssooidc configure', and name it with '--session NAME'."
            )
        );
}
