using System.CommandLine;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc completion</c>: a script that lets a shell complete command lines.</summary>
internal static class CompletionCommand
{
    public static Command Create(CliHost host)
    {
        Argument<string> shell = new("shell") { Description = "The shell that loads the script." };
        shell.AcceptOnlyFromAmong(CompletionScript.Shells);
        Command command = new("completion", "Print a completion script; its first lines say how to load it.") { shell };
        command.Run(
            host,
            (line, _) =>
            {
                string script = CompletionScript.Read(line.GetValue(shell)!);
                if (line.WantsJson())
                {
                    JsonOutput.WriteObject(host.Output, members => members.WriteString("script", script));
                }
                else
                {
                    host.Output.Writer.Write(script);
                }

                return Task.CompletedTask;
            }
        );
        return command;
    }
}
