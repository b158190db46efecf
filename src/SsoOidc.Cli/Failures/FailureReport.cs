namespace SsoOidc.Cli;

/// <summary>Tells a failure on the error stream.</summary>
internal static class FailureReport
{
    /// <returns>The failure's exit code.</returns>
    public static int Write(CliHost host, Failure failure, bool json)
    {
        try
        {
            Write(host.Error, failure, json);
        }
        catch (IOException)
        {
            // The error stream is closed or full; the exit code still tells.
        }

        return failure.ExitCode;
    }

    private static void Write(Terminal error, Failure failure, bool json)
    {
        if (json)
        {
            JsonOutput.WriteObject(
                error,
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
            error.WriteMarkupLine($"[red]error:[/] {failure.Message}");
            if (failure.Next is { } next)
            {
                error.WriteLine(next);
            }
        }
    }
}
