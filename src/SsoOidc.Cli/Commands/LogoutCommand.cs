using System.CommandLine;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc logout</c>: ends one session, or all of them as <c>aws sso logout</c> does.</summary>
internal static class LogoutCommand
{
    public static Command Create(CliHost host)
    {
        SessionOptions session = new();
        Command command = new("logout", "Sign out of one session, or of all when none is named.");
        session.AddTo(command);
        command.Run(
            host,
            async (line, cancellationToken) =>
            {
                SsoSignOut signOut = new(session.CreateLoginOptions(host, line));
                int count =
                    !session.AreGiven(line) ? await signOut.SignOutOfAllAsync(cancellationToken)
                    : await signOut.SignOutAsync(session.Select(line), cancellationToken) ? 1
                    : 0;
                Write(host, count, line.WantsJson());
            }
        );
        return command;
    }

    private static void Write(CliHost host, int count, bool json)
    {
        if (json)
        {
            JsonOutput.WriteObject(host.Output, members => members.WriteNumber("signedOut", count));
        }
        else
        {
            host.Output.WriteLine(
                count switch
                {
                    0 => "No session was signed in.",
                    1 => "Signed out of 1 session.",
                    _ => $"Signed out of {count} sessions.",
                }
            );
        }
    }
}
