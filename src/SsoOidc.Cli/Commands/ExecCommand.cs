using System.CommandLine;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli.Commands;

/// <summary><c>ssooidc exec … -- command</c>: runs a command with credentials in its environment.</summary>
internal static class ExecCommand
{
    private const string Name = "exec";

    public static Command Create(CliHost host)
    {
        SourceOptions source = new();
        Option<string> region = new("--default-region")
        {
            Description = "The region for the command; else that of the profile.",
            HelpName = "region",
        };
        Argument<string[]> words = new("command")
        {
            Description = "The command and its arguments, after '--'.",
            Arity = ArgumentArity.OneOrMore,
        };
        Command command = new(Name, "Run a command with credentials of a role or profile in its environment.")
        {
            words,
            region,
        };
        source.AddTo(command);
        command.RunWithExitCode(
            host,
            async (line, cancellationToken) =>
            {
                using CredentialsInUse credentials = source.Open(host, line);
                AwsCredentials current = await credentials.Provider.GetCredentialsAsync(cancellationToken);
                string? chosen = line.GetValue(region) ?? credentials.Region;
                return await CommandProcess.RunAsync(line.GetValue(words)!, CredentialVariables.Of(current, chosen));
            }
        );
        return command;
    }

    /// <summary>Whether signals are the command's to handle, and the tool ends when the command does.</summary>
    public static bool IsChosen(ParseResult line) => line.CommandResult.Command.Name == Name;
}
