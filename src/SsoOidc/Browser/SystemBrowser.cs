using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using SsoOidcGen.Runtime;

namespace SsoOidc;

/// <summary>Opens pages in the user's desktop browser: Linux, macOS, Windows, and Windows from WSL.</summary>
public static class SystemBrowser
{
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

        OSPlatform system =
            OperatingSystem.IsWindows() ? OSPlatform.Windows
            : OperatingSystem.IsMacOS() ? OSPlatform.OSX
            : OSPlatform.Linux;
        return await TryStartAnyAsync(
                BrowserCommands.Find(url.AbsoluteUri, AwsEnvironment.Process, system),
                TimeProvider.System,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Starts the first command that can be started.</summary>
    internal static async Task<bool> TryStartAnyAsync(
        IEnumerable<ProcessStartInfo> commands,
        TimeProvider timeProvider,
        CancellationToken cancellationToken
    )
    {
        foreach (ProcessStartInfo command in commands)
        {
            if (await TryStartAsync(command, timeProvider, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

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
