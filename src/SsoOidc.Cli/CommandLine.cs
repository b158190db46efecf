using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using SsoOidc.Cli.Commands;

namespace SsoOidc.Cli;

/// <summary>The commands, and how a run of one ends.</summary>
internal static class CommandLine
{
    /// <summary>What the tool is called by, on every system.</summary>
    public const string ToolName = "ssooidc";

    // A service that takes longer hangs.
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    public static RootCommand Create(CliHost host)
    {
        RootCommand root = new(
            "Signs in to AWS IAM Identity Center. Tokens are shared with AWS CLI v2 and the AWS SDKs."
        )
        {
            GlobalOptions.Json,
            LoginCommand.Create(host),
            LogoutCommand.Create(host),
            StatusCommand.Create(host),
            TokenCommand.Create(host),
            AccountsCommand.Create(host),
            RolesCommand.Create(host),
            CredentialsCommand.Create(host),
            ExecCommand.Create(host),
            ServeCommand.Create(host),
            ConsoleCommand.Create(host),
            ConfigureCommand.Create(host),
            PopulateCommand.Create(host),
            CompletionCommand.Create(host),
            EmulatorCommand.Create(host),
        };
        root.HelpName = ToolName;
        return root;
    }

    /// <returns>A value of <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> args, CliHost host)
    {
        ParseResult line = Create(host).Parse(args);
        return line.Action is ParseErrorAction
            ? Task.FromResult(FailureReport.Write(host, Failure.Usage(line), line.WantsJson()))
            : line.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = host.Output.Writer,
                    Error = host.Error.Writer,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = ExecCommand.IsChosen(line) ? null : 2 * s_grace,
                }
            );
    }

    /// <summary>Gives a command its work, and reports what the work throws.</summary>
    public static void Run(this Command command, CliHost host, Func<ParseResult, CancellationToken, Task> work) =>
        command.RunWithExitCode(
            host,
            async (line, cancellationToken) =>
            {
                await work(line, cancellationToken);
                return ExitCode.Success;
            }
        );

    /// <summary>The same for work that decides what the tool ends with.</summary>
    public static void RunWithExitCode(
        this Command command,
        CliHost host,
        Func<ParseResult, CancellationToken, Task<int>> work
    ) =>
        command.SetAction(
            async (line, cancellationToken) =>
            {
                try
                {
                    return await work(line, cancellationToken);
                }
                catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
                {
                    return ExitCode.Canceled;
                }
                catch (Exception exception)
                {
                    return FailureReport.Write(host, Failure.From(exception), line.WantsJson());
                }
                finally
                {
                    await CompleteRefreshesAsync();
                }
            }
        );

    /// <summary>A refresh that was sent is waited for, also after Ctrl+C: its token is the only one that works from now on.</summary>
    private static async Task CompleteRefreshesAsync()
    {
        using CancellationTokenSource grace = new(s_grace);
        try
        {
            await SsoLogin.CompleteRefreshesAsync(grace.Token);
        }
        catch (OperationCanceledException) { }
    }
}
