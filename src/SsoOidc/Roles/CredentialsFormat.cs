namespace SsoOidc;

/// <summary>Forms in which credentials are handed to programs, those of <c>aws configure export-credentials</c>. What is not plain is quoted.</summary>
public enum CredentialsFormat
{
    /// <summary>The JSON that <c>credential_process</c> expects.</summary>
    Process,

    /// <summary><c>export NAME=value</c> for POSIX shells.</summary>
    Env,

    /// <summary><c>NAME=value</c>, for example for <c>docker run --env-file</c>.</summary>
    EnvNoExport,

    /// <summary><c>$Env:NAME="value"</c>.</summary>
    PowerShell,

    /// <summary><c>set NAME=value</c>.</summary>
    WindowsCmd,

    /// <summary><c>set -gx NAME "value"</c>.</summary>
    Fish,
}
