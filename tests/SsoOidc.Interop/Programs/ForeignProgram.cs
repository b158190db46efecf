using System.Diagnostics;

namespace SsoOidc.Interop;

/// <summary>Somebody else's programs, or the end of the test that needs one.</summary>
internal static class ForeignProgram
{
    // Debian's own programs come before what shims on the path may lead to.
    private static readonly string[] s_folders =
    [
        "/usr/bin",
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
    ];

    private static readonly Lazy<bool> s_pythonHasBoto3 = new(() => Find("python3") is { } python && HasBoto3(python));

    /// <summary>AWS CLI v2.</summary>
    public static string Aws() => Find("aws") ?? throw Programs.Missing("aws", package: "awscli");

    /// <summary>A Python that has boto3.</summary>
    public static string Python() =>
        s_pythonHasBoto3.Value
            ? Find("python3")!
            : throw Programs.Missing("python3 with boto3", package: "python3-boto3");

    /// <summary>The Redis server.</summary>
    public static string RedisServer() =>
        Find("redis-server") ?? throw Programs.Missing("redis-server", package: "redis-server");

    private static string? Find(string name) =>
        s_folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static bool HasBoto3(string python)
    {
        using Process import = Process.Start(
            new ProcessStartInfo(python, ["-c", "import boto3"])
            {
                UseShellExecute = false,
                RedirectStandardError = true,
            }
        )!;
        import.WaitForExit();
        return import.ExitCode == 0;
    }
}
