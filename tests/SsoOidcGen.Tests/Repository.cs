namespace SsoOidcGen.Tests;

/// <summary>Files of this checkout and of the data that lies beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The folder of public models and test suites, which are not part of the repository.</summary>
    public static string Data { get; } =
        Environment.GetEnvironmentVariable("SSOOIDCGEN_DATA") ?? Path.GetFullPath(Path.Combine(Root, "../shared/data"));

    public static void SkipWithoutData() =>
        Assert.SkipUnless(
            Directory.Exists(Data),
            $"There are no public models in {Data}; set SSOOIDCGEN_DATA to their folder."
        );

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "SsoOidcGen.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
