namespace SsoOidc.Cli;

/// <summary>Ends a command with a failure that the command itself found.</summary>
internal sealed class CliException(Failure failure, Exception? innerException = null)
    : Exception(failure.Message, innerException)
{
    public Failure Failure { get; } = failure;
}
