namespace SsoOidcGen.Testing;

/// <summary>
/// Programs that some tests run and that are no part of the repository; <c>.ci/packages</c> installs them on Debian.
/// Where one is missing its tests are skipped, except on a build server (<c>CI=true</c>): there a missing one is a failure.
/// </summary>
internal static class Programs
{
    /// <summary>The path of a program.</summary>
    /// <param name="path">Where the package puts it, for example <c>/usr/bin/chromium</c>.</param>
    /// <param name="package">The Debian package, or the .NET tool, that has it.</param>
    public static string Require(string path, string package) =>
        File.Exists(path) ? path : throw Missing(path, package);

    /// <summary>Skips the test, or returns the failure to throw.</summary>
    public static InvalidOperationException Missing(string program, string package)
    {
        string reason = $"There is no {program}. Install the package {package}, or run .ci/packages.";
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", reason);
        return new InvalidOperationException(reason);
    }
}
