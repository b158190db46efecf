namespace SsoOidcGen.Testing;

/// <summary>Programs that some tests run and that are no part of the repository; <c>.ci/packages</c> installs them on Debian.</summary>
internal static class Programs
{
    /// <summary>
    /// The path of a program. Where it is missing the test is skipped; in a build server's run (<c>CI=true</c>) it
    /// fails, so that nothing goes unproven there.
    /// </summary>
    /// <param name="path">Where the package puts it, for example <c>/usr/bin/chromium</c>.</param>
    /// <param name="package">The Debian package that has it.</param>
    public static string Require(string path, string package)
    {
        string reason = $"{path} is missing; install Debian's package {package}, for example with .ci/packages.";
        bool isBuildServer = Environment.GetEnvironmentVariable("CI") == "true";
        Assert.SkipUnless(File.Exists(path) || isBuildServer, reason);
        Assert.True(File.Exists(path), reason);
        return path;
    }
}
