using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Whether a browser that the user sees can reach this machine's loopback address.</summary>
internal static class BrowserReach
{
    private static readonly string[] s_sshVariables = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"];
    private static readonly string[] s_remoteVariables = ["CODESPACES", "AWS_EXECUTION_ENV", "KUBERNETES_SERVICE_HOST"];
    private static readonly string[] s_containerFiles = ["/.dockerenv", "/run/.containerenv"];

    /// <summary>What stands in the way, as a clause; null when nothing does.</summary>
    public static string? FindObstacle(AwsEnvironment environment) =>
        FindObstacle(environment, File.Exists, OperatingSystem.IsLinux());

    public static string? FindObstacle(AwsEnvironment environment, Func<string, bool> fileExists, bool isLinux)
    {
        bool Has(string name) => environment.Variable(name) is not null;

        if (s_sshVariables.Any(Has))
        {
            return "this is an SSH session, which your browser cannot call back";
        }

        if (s_remoteVariables.FirstOrDefault(Has) is { } variable)
        {
            return $"this is a remote environment ({variable} is set), which your browser cannot call back";
        }

        if (Has("container") || s_containerFiles.Any(fileExists))
        {
            return "this is a container, which your browser cannot call back";
        }

        bool hasDisplay = Has("DISPLAY") || Has("WAYLAND_DISPLAY") || Has("WSL_DISTRO_NAME") || Has("BROWSER");
        return isLinux && !hasDisplay ? "this machine has no graphical display for a browser" : null;
    }
}
