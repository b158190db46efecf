namespace SsoOidc.Cli;

/// <summary>What the process ends with; documented in <c>docs/cli.md</c>.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The service, the network or the user refused.</summary>
    public const int Failed = 1;

    /// <summary>The command line or the shared config is wrong; trying again does not help.</summary>
    public const int Usage = 2;

    /// <summary>There is no valid token: sign in (again).</summary>
    public const int SignInRequired = 3;

    /// <summary>What was to be run cannot be started, as shells report it.</summary>
    public const int CommandNotFound = 127;

    /// <summary>Ended by Ctrl+C, as shells report it: 128 + SIGINT.</summary>
    public const int Canceled = 130;
}
