using System.CommandLine;
using Spectre.Console;

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
                int count = session.AreGiven(line)
                    ? await SignOutAsync(session.Select(line), session.CreateLoginOptions(line), cancellationToken)
                    : await new SsoSignOut().SignOutOfAllAsync(cancellationToken);
                Write(host, count, line.WantsJson());
            }
        );
        return command;
    }

    private static async Task<int> SignOutAsync(
        SsoSession session,
        SsoLoginOptions options,
        CancellationToken cancellationToken
    )
    {
        using SsoLogin login = new(session, options);
        return await login.SignOutAsync(cancellationToken) ? 1 : 0;
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
                    0 => "Nobody was signed in.",
                    1 => "Signed out of 1 session.",
                    _ => $"Signed out of {count} sessions.",
                }
            );
        }
    }
}
