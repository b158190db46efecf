using System.CommandLine;
using System.CommandLine.Parsing;
using SsoOidcGen.Runtime;

namespace SsoOidc.Cli;

/// <summary>Why a command failed.</summary>
/// <param name="ExitCode">A value of <see cref="Cli.ExitCode"/>.</param>
/// <param name="Code">The kind, for scripts.</param>
/// <param name="Message">What was wrong.</param>
/// <param name="Next">What to do now, as a sentence; null when the message ends with it.</param>
internal sealed record Failure(int ExitCode, string Code, string Message, string? Next = null)
{
    public const string SignInRequiredCode = "sign_in_required";

    /// <summary>The command line cannot be understood.</summary>
    public static Failure Usage(ParseResult line)
    {
        string message = string.Join(' ', line.Errors.Select(error => error.Message));
        return new Failure(Cli.ExitCode.Usage, "usage", message, $"Run '{PathOf(line)} --help' to see what it takes.");
    }

    /// <summary>What an exception means to the user.</summary>
    public static Failure From(Exception exception) =>
        exception switch
        {
            CliException cli => cli.Failure,
            SignInRequiredException required => SignInRequired(required.Session, required.Message),
            SignInFailedException => new Failure(Cli.ExitCode.Failed, "sign_in_failed", exception.Message),
            SsoException or TimeoutException => new Failure(Cli.ExitCode.Failed, "failed", exception.Message),
            ServiceException service => Service(service),
            CredentialsException => new Failure(Cli.ExitCode.Failed, "credentials", exception.Message),
            ConfigurationException => new Failure(Cli.ExitCode.Usage, "configuration", exception.Message),
            ArgumentException or UriFormatException => new Failure(
                Cli.ExitCode.Usage,
                "usage",
                exception.Message,
                "Check the values of the options."
            ),
            IOException or UnauthorizedAccessException => new Failure(
                Cli.ExitCode.Failed,
                "input_output",
                exception.Message,
                "Check what is named there, and try again."
            ),
            _ => new Failure(
                Cli.ExitCode.Failed,
                "internal",
                $"This is a bug in {CommandLine.ToolName}: {exception}",
                "Report it with what is written here; trying again may help."
            ),
        };

    /// <summary>There is no valid token for a session.</summary>
    public static Failure SignInRequired(SsoSession session, string message) =>
        new(Cli.ExitCode.SignInRequired, SignInRequiredCode, message, $"Sign in with '{LoginCommandFor(session)}'.");

    private static string LoginCommandFor(SsoSession session) =>
        session.Name is { } name ? $"ssooidc login --session {ShellValue.Posix(name)}"
        : session.Profile is { } profile ? $"ssooidc login --profile {ShellValue.Posix(profile)}"
        : $"ssooidc login --start-url {ShellValue.Posix(session.StartUrl)} --region {session.Region}";

    private static Failure Service(ServiceException exception)
    {
        // Those of the network name the operation themselves.
        string operation = exception is { StatusCode: not null, Operation: { } name } ? $"{name} failed: " : "";
        string request = exception.RequestId is { } id ? $" (request {id})" : "";
        string next =
            exception is UnreadableResponseException
                ? "Check that the endpoint is one of IAM Identity Center, then try again."
            : exception.StatusCode is null ? "Check the network, the region and the endpoint, then try again."
            : exception.IsRetryable ? "Try again in a minute."
            : "Check start URL, region and what was asked for; the service refused.";
        return new Failure(
            Cli.ExitCode.Failed,
            exception.ErrorCode ?? "unreachable",
            $"{operation}{exception.Message}{request}",
            next
        );
    }

    private static string PathOf(ParseResult line)
    {
        Stack<string> names = [];
        for (
            SymbolResult? at = line.CommandResult;
            at is CommandResult { Command: not RootCommand } command;
            at = at.Parent
        )
        {
            names.Push(command.Command.Name);
        }

        names.Push(CommandLine.ToolName);
        return string.Join(' ', names);
    }
}
