using System.CommandLine;
using System.Text.Json;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc status</c>: who is signed in, until when, and with which tool. Sends nothing.</summary>
internal static class StatusCommand
{
    public static Command Create(CliHost host)
    {
        SessionOptions session = new();
        Command command = new("status", "List the sessions that are signed in, whichever tool did it.")
        {
            Aliases = { "whoami" },
        };
        session.AddTo(command);
        command.Run(
            host,
            async (line, cancellationToken) =>
            {
                SsoSession? wanted = session.AreGiven(line) ? session.Select(line) : null;
                IReadOnlyList<CachedSession> sessions = await ListAsync(host, wanted, cancellationToken);
                Write(host, sessions, line.WantsJson());
                if (sessions.All(item => StateOf(item) == TokenState.Expired))
                {
                    throw new CliException(NotSignedIn(wanted));
                }
            }
        );
        return command;
    }

    private static async Task<IReadOnlyList<CachedSession>> ListAsync(
        CliHost host,
        SsoSession? wanted,
        CancellationToken cancellationToken
    )
    {
        FileTokenStore store = new();
        SharedConfig config = SharedConfig.Load(AwsEnvironment.Process);
        IReadOnlyList<CachedSession> all = await CachedSessions.ListAsync(store, config, host.Warn, cancellationToken);
        return wanted is null ? all : [.. all.Where(item => item.File == store.PathOf(wanted.TokenName))];
    }

    private static void Write(CliHost host, IReadOnlyList<CachedSession> sessions, bool json)
    {
        if (json)
        {
            JsonOutput.WriteList(host.Output, sessions, WriteMembers);
        }
        else if (sessions.Count > 0)
        {
            TableView.Write(
                host.Output,
                sessions,
                ("SESSION", item => item.Name),
                ("START URL", item => item.Token.StartUrl),
                ("REGION", item => item.Token.Region),
                ("EXPIRES", item => Times.Clock(item.Token.ExpiresAt)),
                ("STATE", item => Name(StateOf(item))),
                ("SIGNED IN BY", item => item.WrittenBy)
            );
        }
    }

    private static void WriteMembers(Utf8JsonWriter json, CachedSession session)
    {
        json.WriteStringOrNull("session", session.Name);
        json.WriteStringOrNull("startUrl", session.Token.StartUrl);
        json.WriteStringOrNull("region", session.Token.Region);
        json.WriteString("expiresAt", Times.Iso(session.Token.ExpiresAt));
        json.WriteString("state", Name(StateOf(session)));
        json.WriteStringOrNull("signedInBy", session.WrittenBy);
        json.WriteString("file", session.File);
    }

    private static TokenState StateOf(CachedSession session) => session.StateAt(TimeProvider.System.GetUtcNow());

    private static string Name(TokenState state) =>
        state switch
        {
            TokenState.Valid => "valid",
            TokenState.Refreshable => "refreshable",
            _ => "expired",
        };

    private static Failure NotSignedIn(SsoSession? wanted) =>
        wanted is null
            ? new Failure(
                ExitCode.SignInRequired,
                Failure.SignInRequiredCode,
                "No session is signed in.",
                "Sign in with 'ssooidc login'."
            )
            : Failure.SignInRequired(wanted, $"There is no valid sign-in to {wanted.Name ?? wanted.StartUrl}.");
}
