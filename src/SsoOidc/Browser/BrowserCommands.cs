using System.Diagnostics;
using System.Runtime.InteropServices;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>What opens a page on which system, to be tried in this order.</summary>
internal static class BrowserCommands
{
    // Prints nothing into the terminal, whatever the browser has to say.
    private const string QuietScript = "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null";

    /// <param name="url">The page.</param>
    /// <param name="environment">What <c>BROWSER</c> says, and whether Linux runs on Windows.</param>
    /// <param name="system">The system; any other than Windows and macOS is like Linux.</param>
    public static IEnumerable<ProcessStartInfo> Find(string url, AwsEnvironment environment, OSPlatform system)
    {
        if (system == OSPlatform.Windows)
        {
            yield return new ProcessStartInfo(url) { UseShellExecute = true };
            yield break;
        }

        foreach (string[] command in BrowserVariable.Commands(environment.Variable("BROWSER"), url))
        {
            yield return Quiet(command);
        }

        if (system == OSPlatform.OSX)
        {
            yield return Quiet("open", url);
            yield break;
        }

        if (environment.Variable("WSL_DISTRO_NAME") is not null)
        {
            yield return Quiet("wslview", url);
            yield return Quiet("rundll32.exe", "url.dll,FileProtocolHandler", url);
        }

        yield return Quiet("xdg-open", url);
    }

    private static ProcessStartInfo Quiet(params string[] command) => new("/bin/sh", ["-c", QuietScript, .. command]);
}
