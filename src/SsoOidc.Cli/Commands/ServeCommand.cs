using System.CommandLine;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc serve</c>: credentials for programs in any language, over the protocol of containers, until Ctrl+C.</summary>
internal static class ServeCommand
{
    public static Command Create(CliHost host)
    {
        SourceOptions source = new();
        Option<ushort> port = PortOption.Create();
        Command command = new("serve", "Offer fresh credentials to programs on this machine, until Ctrl+C.") { port };
        source.AddTo(command);
        command.Run(
            host,
            async (line, cancellationToken) =>
            {
                using CredentialsInUse credentials = source.Open(host, line);
                // What is missing is said now, and not to the first program that asks.
                await credentials.Provider.GetCredentialsAsync(cancellationToken);
                await using CredentialsServer server = await StartAsync(
                    host,
                    credentials,
                    line.GetValue(port),
                    cancellationToken
                );
                ServerView.Write(host.Output, server, credentials.Name, line.WantsJson());
                TaskCompletionSource end = new();
                await using (cancellationToken.Register(end.SetResult))
                {
                    await end.Task;
                }
            }
        );
        return command;
    }

    private static async Task<CredentialsServer> StartAsync(
        CliHost host,
        CredentialsInUse credentials,
        int port,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await CredentialsServer.StartAsync(credentials.Provider, port, host.Warn, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new CliException(
                new Failure(
                    ExitCode.Failed,
                    "port_taken",
                    $"The server cannot listen: {exception.Message.TrimEnd('.')}.",
                    "Choose another port with '--port', or none."
                )
            );
        }
    }
}
