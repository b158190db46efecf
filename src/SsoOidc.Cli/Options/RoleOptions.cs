using System.CommandLine;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli;

/// <summary>The options that say which role a command is about.</summary>
internal sealed class RoleOptions(SessionOptions session)
{
    private readonly Option<string> _account = CreateAccount();

    private readonly Option<string> _role = new("--role")
    {
        Description = "The role, as 'ssooidc roles' lists it.",
        HelpName = "name",
    };

    public static Option<string> CreateAccount() =>
        new("--account") { Description = "The 12 digits of the account.", HelpName = "id" };

    public void AddTo(Command command)
    {
        command.Options.Add(_account);
        command.Options.Add(_role);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_account) is null != result.GetResult(_role) is null)
            {
                result.AddError("Options '--account' and '--role' go together.");
            }
        });
    }

    /// <summary>Whether the command line names a role.</summary>
    public bool IsGiven(ParseResult line) => line.GetValue(_account) is not null;

    /// <summary>The given role, else the profile's.</summary>
    /// <exception cref="ConfigurationException">The profile is not complete.</exception>
    /// <exception cref="CliException">Neither the command line nor the profile names a role.</exception>
    public SsoRole Select(ParseResult line)
    {
        if (line.GetValue(_account) is { } account && line.GetValue(_role) is { } role)
        {
            return new SsoRole(session.Select(line), account, role);
        }

        return (
                session.NamesSession(line)
                    ? null
                    : SharedConfig.Load(AwsEnvironment.Process).FindSsoRole(session.Profile(line))
            )
            ?? throw new CliException(
                new Failure(
                    ExitCode.Usage,
                    "usage",
                    "It is not clear which role is meant.",
                    "Name it with '--account ID --role NAME' ('ssooidc roles' lists them), or a profile that has one."
                )
            );
    }
}
