using System.CommandLine;
using SsoOidc.Emulator;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc emulator</c>: a local service to sign in to, until Ctrl+C.</summary>
internal static class EmulatorCommand
{
    public static Command Create(CliHost host)
    {
        EmulatorSettings settings = new();
        Command command = new("emulator", "Serve a local SSO OIDC and access portal to try things out, until Ctrl+C.");
        settings.AddTo(command);
        command.Run(
            host,
            (line, cancellationToken) => ServeAsync(host, settings.Read(line), line.WantsJson(), cancellationToken)
        );
        return command;
    }

    private static async Task ServeAsync(
        CliHost host,
        EmulatorOptions options,
        bool json,
        CancellationToken cancellationToken
    )
    {
        await using SsoOidcEmulator emulator = await StartAsync(options, cancellationToken);
        string address = emulator.BaseAddress.AbsoluteUri.TrimEnd('/');
        if (json)
        {
            JsonOutput.WriteObject(host.Output, members => members.WriteString("endpoint", address));
        }
        else
        {
            EmulatorView.Write(host.Output, address);
        }

        TaskCompletionSource end = new();
        await using (cancellationToken.Register(end.SetResult))
        {
            await end.Task;
        }
    }

    private static async Task<SsoOidcEmulator> StartAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await SsoOidcEmulator.StartAsync(options, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new CliException(
                new Failure(
                    ExitCode.Failed,
                    "port_unavailable",
                    exception.Message,
                    "Choose another port, or '--port 0' to take a free one."
                ),
                exception
            );
        }
    }
}
