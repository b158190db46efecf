using System.ComponentModel;
using System.Diagnostics;

namespace SsoOidcGen.Interop.Servers;

/// <summary>The npm packages of <c>package-lock.json</c>, installed beside the tests by the first one that needs them.</summary>
internal static class NodePackages
{
    private static readonly Lazy<Task<string?>> s_failure = new(InstallOnceAsync);

    /// <summary>The path of a file in the folder of the packages.</summary>
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Servers", name);

    /// <summary>Skips the test where the packages cannot be installed, except on a build server (<c>CI=true</c>).</summary>
    public static async Task InstallAsync()
    {
        if (await s_failure.Value is { } failure)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", failure);
            Assert.Fail(failure);
        }
    }

    /// <returns>Why the packages are not there; null when they are.</returns>
    private static async Task<string?> InstallOnceAsync()
    {
        // npm writes this file last.
        FileInfo installed = new(Path("node_modules/.package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc > File.GetLastWriteTimeUtc(Path("package-lock.json")))
        {
            return null;
        }

        try
        {
            using Process npm = Process.Start(
                new ProcessStartInfo("npm", ["ci", "--ignore-scripts"])
                {
                    UseShellExecute = false,
                    WorkingDirectory = Path(""),
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            Task<string> output = npm.StandardOutput.ReadToEndAsync();
            string error = await npm.StandardError.ReadToEndAsync();
            await output;
            await npm.WaitForExitAsync();
            return npm.ExitCode == 0 ? null : $"npm could not install the servers: {error}";
        }
        catch (Win32Exception)
        {
            return "There is no npm. Install the packages nodejs and npm, or run .ci/packages.";
        }
    }
}
