namespace SsoOidcGen.Runtime.Tests;

/// <summary>The conformance data, which is not part of the repository.</summary>
internal static class SharedData
{
    private static readonly string Root =
        Environment.GetEnvironmentVariable("SSOOIDCGEN_DATA")
        ?? Path.Combine(FindCheckout(AppContext.BaseDirectory), "..", "shared", "data");

    /// <summary>A file or folder of the data; the test is skipped where there is none.</summary>
    public static string Require(string name)
    {
        string path = Path.GetFullPath(Path.Combine(Root, name));
        Assert.SkipUnless(
            Path.Exists(path),
            $"{path} is missing; SSOOIDCGEN_DATA names the folder of the conformance data."
        );
        return path;
    }

    private static string FindCheckout(string folder) =>
        File.Exists(Path.Combine(folder, "SsoOidcGen.sln")) ? folder : FindCheckout(Path.GetDirectoryName(folder)!);
}
