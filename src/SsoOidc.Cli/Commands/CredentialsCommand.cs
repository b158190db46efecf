using System.CommandLine;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc credentials</c>: credentials of a role for other programs, for example as <c>credential_process</c>.</summary>
internal static class CredentialsCommand
{
    public static Command Create(CliHost host)
    {
        SessionOptions session = new();
        RoleOptions role = new(session);
        Option<string> format = new("--format")
        {
            Description = "How to write them; --json is 'process'.",
            DefaultValueFactory = _ => CredentialsView.Process,
        };
        format.AcceptOnlyFromAmong(CredentialsView.Formats);
        Command command = new("credentials", "Print credentials of a role, a secret, for a shell or another program.")
        {
            format,
        };
        role.AddTo(command);
        session.AddTo(command);
        command.Validators.Add(result =>
        {
            if (
                result.GetResult(GlobalOptions.Json) is { Implicit: false }
                && result.GetResult(format) is { Implicit: false } given
                && given.GetValueOrDefault<string>() != CredentialsView.Process
            )
            {
                result.AddError("Option '--json' goes with the format 'process' only.");
            }
        });
        command.Run(
            host,
            async (line, cancellationToken) =>
            {
                SsoRole wanted = role.Select(line);
                using SsoLogin login = new(wanted.Session, session.CreateLoginOptions(host, line));
                SsoCredentialsProvider provider = new(login, wanted.AccountId, wanted.RoleName);
                AwsCredentials credentials = await provider.GetCredentialsAsync(cancellationToken);
                CredentialsView.Write(host.Output, credentials, line.GetValue(format)!);
            }
        );
        return command;
    }
}
