using System.Runtime.InteropServices;

namespace SsoOidcGen.Runtime;

/// <summary>The <c>User-Agent</c> header in the form of the AWS SDKs, version 2.1.</summary>
internal static class UserAgent
{
    private const string Separators = "!$%&'*+-.^_`|~,";
    private const string StandardRetryMode = "E";
    private const string EndpointOverride = "N";
    private const string Configuration = " cfg/retry-mode#standard";

    /// <summary>The version of the assembly; asking the assembly takes a program 0.7 ms of its start.</summary>
    internal const string ProductVersion = "0.1.0";

    /// <param name="applicationId">The application's name for itself, or null.</param>
    /// <param name="executionEnvironment">The value of <c>AWS_EXECUTION_ENV</c>, or null.</param>
    /// <param name="hasCustomEndpoint">Requests do not go to the service's own address.</param>
    public static string Create(string? applicationId, string? executionEnvironment, bool hasCustomEndpoint)
    {
        string features = hasCustomEndpoint ? $"{StandardRetryMode},{EndpointOverride}" : StandardRetryMode;
        string architecture = RuntimeInformation.RuntimeIdentifier.Split('-')[^1];
        return $"SsoOidcGen/{ProductVersion} ua/2.1 {Platform()} md/arch#{architecture} lang/dotnet#{Version(Environment.Version)}"
            + Part("exec-env", executionEnvironment)
            + $" m/{features}{Configuration}"
            + Part("app", applicationId);
    }

    /// <summary>Adds letters of features to a header.</summary>
    public static string WithFeatures(string header, string letters) =>
        header.Replace(Configuration, $",{letters}{Configuration}", StringComparison.Ordinal);

    private static string Platform()
    {
        string family =
            OperatingSystem.IsWindows() ? "windows"
            : OperatingSystem.IsAndroid() ? "android"
            : OperatingSystem.IsLinux() ? "linux"
            : OperatingSystem.IsMacOS() ? "macos"
            : OperatingSystem.IsIOS() ? "ios"
            : OperatingSystem.IsWatchOS() ? "watchos"
            : OperatingSystem.IsTvOS() ? "tvos"
            : "other";
        return $"os/{family}#{Version(Environment.OSVersion.Version)}";
    }

    private static string Version(Version version) => version.ToString(fieldCount: 3);

    private static string Part(string name, string? value) =>
        string.IsNullOrEmpty(value) ? "" : $" {name}/{Sanitized(value)}";

    /// <summary>Replaces what would end a part with hyphens.</summary>
    private static string Sanitized(string value) =>
        string.Create(
            value.Length,
            value,
            static (target, source) =>
            {
                for (int i = 0; i < target.Length; i++)
                {
                    char c = source[i];
                    bool isAllowed = char.IsAsciiLetterOrDigit(c) || c == '#' || Separators.Contains(c);
                    target[i] = isAllowed ? c : '-';
                }
            }
        );
}
