using System.CommandLine;

namespace SsoOidc.Cli;

/// <summary>Options of every command.</summary>
internal static class GlobalOptions
{
    public static Option<bool> Json { get; } =
        new("--json") { Description = "Write the result, and a failure, as JSON.", Recursive = true };

    /// <summary>Whether the output is JSON, also for a command line with errors elsewhere.</summary>
    public static bool WantsJson(this ParseResult line) => line.GetResult(Json) is { Implicit: false };
}
