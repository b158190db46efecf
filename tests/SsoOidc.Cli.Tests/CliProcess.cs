namespace SsoOidc.Cli.Tests;

/// <summary>The tool as a process of its own.</summary>
internal static class CliProcess
{
    public static ChildProcess Start(TempHome home, string[] args, params (string Name, string Value)[] environment)
    {
        // A process started in the background inherits that Ctrl+C is ignored; the tool's own must not depend on it.
        string[] prefix = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        ChildProcess process = ChildProcess.Start(
            home,
            [.. prefix, typeof(CommandLine).Assembly.Location, .. args],
            environment
        );
        process.Input.Close();
        return process;
    }

    /// <summary>Runs the tool to its end.</summary>
    public static async Task<CliResult> RunAsync(
        TempHome home,
        string[] args,
        params (string Name, string Value)[] environment
    )
    {
        using ChildProcess process = Start(home, args, environment);
        return await process.WaitAsync();
    }
}
