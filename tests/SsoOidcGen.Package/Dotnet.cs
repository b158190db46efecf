using System.Diagnostics;

namespace SsoOidcGen.Package.Tests;

/// <summary>Runs the SDK's command line.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    /// <summary>Everything the command printed. It must end with <paramref name="exitCode"/>.</summary>
    public static Task<string> RunAsync(string folder, int exitCode, params IEnumerable<string> arguments) =>
        RunAsync(folder, exitCode, new Dictionary<string, string>(), arguments);

    /// <inheritdoc cref="RunAsync(string, int, IEnumerable{string})"/>
    public static async Task<string> RunAsync(
        string folder,
        int exitCode,
        IReadOnlyDictionary<string, string> environment,
        params IEnumerable<string> arguments
    )
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A build inside a test run must not inherit the run's own settings, nor leave servers behind.
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "true";
        start.Environment["UseSharedCompilation"] = "false";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        using CancellationTokenSource timeout = new(Patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        string text = await output + await error;
        Assert.True(
            process.ExitCode == exitCode,
            $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{text}"
        );
        return text;
    }
}
