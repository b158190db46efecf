using System.CommandLine;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc token</c>: prints the access token, refreshed if need be.</summary>
internal static class TokenCommand
{
    public static Command Create(CliHost host)
    {
        SessionOptions session = new();
        Command command = new("token", "Print the access token, a secret; it is refreshed if need be.");
        session.AddTo(command);
        command.Run(
            host,
            async (line, cancellationToken) =>
            {
                using SsoLogin login = new(session.Select(line), session.CreateLoginOptions(host, line));
                SsoToken token = await login.GetTokenAsync(cancellationToken);
                Write(host, token, line.WantsJson());
            }
        );
        return command;
    }

    private static void Write(CliHost host, SsoToken token, bool json)
    {
        if (json)
        {
            JsonOutput.WriteObject(
                host.Output,
                members =>
                {
                    members.WriteString("accessToken", token.AccessToken);
                    members.WriteString("expiresAt", Times.Iso(token.ExpiresAt));
                }
            );
        }
        else if (!SafeText.IsSafe(token.AccessToken))
        {
            throw new CliException(
                new Failure(
                    ExitCode.Failed,
                    "invalid_token",
                    "The access token holds a control character, as none of the service's does.",
                    "Sign in again with 'ssooidc login', or read it with '--json'."
                )
            );
        }
        else
        {
            host.Output.Writer.WriteLine(token.AccessToken);
        }
    }
}
