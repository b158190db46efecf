namespace SsoOidc.Cli;

/// <summary>Tells a failure on the error stream.</summary>
internal static class FailureReport
{
    /// <returns>The failure's exit code.</returns>
    public static int Write(CliHost host, Failure failure, bool json)
    {
        if (json)
        {
            JsonOutput.WriteObject(
                host.Error,
                members =>
                {
                    members.WriteString("error", failure.Code);
                    members.WriteString("message", failure.Message);
                    members.WriteStringOrNull("next", failure.Next);
                }
            );
        }
        else
        {
            host.Error.WriteMarkupLine($"[red]error:[/] {failure.Message}");
            if (failure.Next is { } next)
            {
                host.Error.WriteLine(next);
            }
        }

        return failure.ExitCode;
    }
}
