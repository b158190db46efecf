namespace SsoOidc.Cli;

/// <summary>The names of the credential formats, those of <c>aws configure export-credentials</c>.</summary>
internal static class CredentialsFormats
{
    public const string Default = "process";

    private static readonly Dictionary<string, CredentialsFormat> s_byName = new(StringComparer.Ordinal)
    {
        [Default] = CredentialsFormat.Process,
        ["env"] = CredentialsFormat.Env,
        ["env-no-export"] = CredentialsFormat.EnvNoExport,
        ["powershell"] = CredentialsFormat.PowerShell,
        ["windows-cmd"] = CredentialsFormat.WindowsCmd,
        ["fish"] = CredentialsFormat.Fish,
    };

    public static string[] Names => [.. s_byName.Keys];

    public static CredentialsFormat Of(string name) => s_byName[name];
}
