namespace SsoOidc.Cli.Tests;

/// <summary>What a run of the tool left behind.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error);
