using System.ComponentModel;
using System.Diagnostics;

namespace SsoOidc;

/// <summary>Opens pages in the user's desktop browser: Linux, macOS, Windows, and Windows from WSL.</summary>
public static class SystemBrowser
{
    // Prints nothing into the terminal, whatever the browser has to say.
    private const string QuietScript = "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null";
    private static readonly TimeSpan s_startTime = TimeSpan.FromSeconds(2);

    /// <summary>Opens a page.</summary>
    /// <param name="url">An <c>https</c> address, or an <c>http</c> address of this machine.</param>
    /// <param name="cancellationToken">Ends the wait for the browser to start.</param>
    /// <returns>Whether a browser could be started.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> is any other address, or holds a user name.</exception>
    public static async ValueTask<bool> OpenAsync(Uri url, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!PageAddress.IsSafe(url))
        {
            throw new ArgumentException("Only https, and http on this machine, is opened in a browser.", nameof(url));
        }

        foreach (ProcessStartInfo command in Commands(url.AbsoluteUri))
        {
            if (await TryStartAsync(command, TimeProvider.System, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<ProcessStartInfo> Commands(string url)
    {
        if (OperatingSystem.IsWindows())
        {
            yield return new ProcessStartInfo(url) { UseShellExecute = true };
            yield break;
        }

        foreach (string[] command in BrowserVariable.Commands(Environment.GetEnvironmentVariable("BROWSER"), url))
        {
            yield return Quiet(command);
        }

        if (OperatingSystem.IsMacOS())
        {
            yield return Quiet("open", url);
        }
        else
        {
            if (Environment.GetEnvironmentVariable("WSL_DISTRO_NAME") is not null)
            {
                yield return Quiet("wslview", url);
                yield return Quiet("rundll32.exe", "url.dll,FileProtocolHandler", url);
            }

            yield return Quiet("xdg-open", url);
        }
    }

    private static ProcessStartInfo Quiet(params string[] command) => new("/bin/sh", ["-c", QuietScript, .. command]);

    /// <summary>Starts a command, which has two seconds to fail.</summary>
    internal static async Task<bool> TryStartAsync(
        ProcessStartInfo command,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using Process? process = Process.Start(command);
            if (process is null)
            {
                // The desktop handed the page to a browser that was running already.
                return true;
            }

            await process
                .WaitForExitAsync(cancellationToken)
                .WaitAsync(s_startTime, timeProvider, cancellationToken)
                .ConfigureAwait(false);
            return process.ExitCode == 0;
        }
        catch (TimeoutException)
        {
            // It is still running, so it is the browser itself.
            return true;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            return false;
        }
    }
}
