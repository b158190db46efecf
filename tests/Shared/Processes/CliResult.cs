namespace SsoOidcGen.Testing;

/// <summary>What a run of a program at the command line left behind.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error);
