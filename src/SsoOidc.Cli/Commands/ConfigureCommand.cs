using System.CommandLine;
using SsoOidc.Portal;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc configure</c>: writes a session, and a profile for a role, into the shared config.</summary>
internal sealed class ConfigureCommand
{
    private const string DefaultScopes = "sso:account:access";

    private readonly CliHost _host;
    private readonly ConfigureOptions _options = new();
    private readonly SsoConfigWriter _writer = new();

    private ConfigureCommand(CliHost host) => _host = host;

    public static Command Create(CliHost host)
    {
        ConfigureCommand configure = new(host);
        Command command = new("configure", "Write a session, and a profile for a role, into ~/.aws/config.");
        configure._options.AddTo(command);
        command.Run(host, configure.RunAsync);
        return command;
    }

    private async Task RunAsync(ParseResult line, CancellationToken cancellationToken)
    {
        Terminal terminal = line.WantsJson() ? _host.Error : _host.Output;
        Questions? questions = Questions.ForTerminal(terminal);
        SsoSession session = await DescribeSessionAsync(line, questions, cancellationToken);
        SsoRole? role = GivenRole(line, session);
        if (role is null)
        {
            await _writer.WriteSessionAsync(session, cancellationToken);
            role = await ChooseRoleAsync(session, questions, terminal, cancellationToken);
        }

        string? profile = role is null ? null : await WriteProfileAsync(line, role, questions, cancellationToken);
        Report(session, profile, line.WantsJson());
    }

    private async Task<SsoSession> DescribeSessionAsync(
        ParseResult line,
        Questions? questions,
        CancellationToken cancellationToken
    )
    {
        string name = await ResolveAsync(line, _options.Session, "Session name", null, questions, cancellationToken);
        ConfigSection? old = SharedConfig.Load(AwsEnvironment.Process).SsoSessions.GetValueOrDefault(name);
        string scopes = old?["sso_registration_scopes"] ?? DefaultScopes;
        return new SsoSession
        {
            Name = name,
            StartUrl = await ResolveAsync(
                line,
                _options.StartUrl,
                "Start URL",
                old?["sso_start_url"],
                questions,
                cancellationToken
            ),
            Region = await ResolveAsync(
                line,
                _options.Region,
                "Region",
                old?["sso_region"],
                questions,
                cancellationToken
            ),
            Scopes = SsoSession.ParseScopes(line.GetValue(_options.Scopes) ?? scopes),
        };
    }

    private SsoRole? GivenRole(ParseResult line, SsoSession session) =>
        line.GetValue(_options.Account) is { } accountId && line.GetValue(_options.Role) is { } roleName
            ? new SsoRole(session, accountId, roleName)
            : null;

    /// <summary>The role that the user chooses after signing in; none where nobody can be asked.</summary>
    private static async Task<SsoRole?> ChooseRoleAsync(
        SsoSession session,
        Questions? questions,
        Terminal terminal,
        CancellationToken cancellationToken
    )
    {
        if (questions is null)
        {
            return null;
        }

        SignInDialog dialog = new(terminal, TimeProvider.System);
        await dialog.RunAsync(session, new SsoLoginOptions(), login => login.EnsureSignedInAsync(cancellationToken));
        using SsoLogin login = new(session);
        AccessPortal portal = new(login);
        List<AccountInfo> accounts = await portal.ListAccountsAsync(cancellationToken).ToListAsync(cancellationToken);
        if (accounts.Count == 0)
        {
            return null;
        }

        AccountInfo account = await questions.ChooseAsync(accounts, cancellationToken);
        List<RoleInfo> roles = await portal
            .ListRolesAsync(account.AccountId!, cancellationToken)
            .ToListAsync(cancellationToken);
        RoleInfo role = await questions.ChooseAsync(roles, cancellationToken);
        return new SsoRole(session, account.AccountId!, role.RoleName!);
    }

    private async Task<string> WriteProfileAsync(
        ParseResult line,
        SsoRole role,
        Questions? questions,
        CancellationToken cancellationToken
    )
    {
        string suggestion = $"{role.RoleName}-{role.AccountId}";
        string profile =
            line.GetValue(_options.Profile)
            ?? (
                questions is null ? suggestion : await questions.AskAsync("Profile name", suggestion, cancellationToken)
            );
        await _writer.WriteProfileAsync(
            profile,
            role,
            line.GetValue(_options.DefaultRegion),
            line.GetValue(_options.Output),
            cancellationToken
        );
        return profile;
    }

    private void Report(SsoSession session, string? profile, bool json)
    {
        string file = AwsEnvironment.Process.ConfigFile;
        if (json)
        {
            JsonOutput.WriteObject(
                _host.Output,
                members =>
                {
                    members.WriteStringOrNull("session", session.Name);
                    members.WriteStringOrNull("profile", profile);
                    members.WriteString("file", file);
                }
            );
            return;
        }

        string also = profile is null ? "" : $" and [profile {profile}]";
        _host.Output.WriteLine($"Wrote [sso-session {session.Name}]{also} to {file}.");
        _host.Output.WriteLine($"Sign in with 'ssooidc login --session {session.Name}'.");
    }

    private static async Task<string> ResolveAsync(
        ParseResult line,
        Option<string> option,
        string question,
        string? known,
        Questions? questions,
        CancellationToken cancellationToken
    )
    {
        if (line.GetValue(option) is { } given)
        {
            return given;
        }

        return questions is not null
            ? await questions.AskAsync(question, known, cancellationToken)
            : known
                ?? throw new CliException(
                    new Failure(
                        ExitCode.Usage,
                        "usage",
                        $"Option '{option.Name}' is missing, and there is no terminal to ask at.",
                        $"Give '{option.Name}', or run the command in a terminal."
                    )
                );
    }
}
