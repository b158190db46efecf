namespace SsoOidcGen.Conformance;

/// <summary>
/// The public test suites. They lie beside the checkout, or where the environment variable <c>SSOOIDCGEN_DATA</c> says,
/// and are no part of the repository.
/// </summary>
internal static class ConformanceData
{
    public static string Checkout { get; } = FindCheckout(AppContext.BaseDirectory);

    public static string Root { get; } =
        Environment.GetEnvironmentVariable("SSOOIDCGEN_DATA") is { Length: > 0 } folder
            ? folder
            : Path.GetFullPath(Path.Combine(Checkout, "../shared/data"));

    /// <summary>The names, without extension, of the files in a folder. Empty when there is no such folder.</summary>
    public static IEnumerable<string> Names(string folder, string pattern = "*.json") =>
        Directory.Exists(Path.Combine(Root, folder))
            ? Directory
                .EnumerateFiles(Path.Combine(Root, folder), pattern)
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal)!
            : [];

    /// <summary>The path of a file or folder. The test is skipped when it is not there.</summary>
    public static string Require(string path)
    {
        string full = Path.Combine(Root, path);
        if (!Path.Exists(full))
        {
            Assert.Skip($"{full} does not exist; set SSOOIDCGEN_DATA to the folder with the conformance data.");
        }

        return full;
    }

    private static string FindCheckout(string folder) =>
        File.Exists(Path.Combine(folder, "SsoOidcGen.sln")) ? folder : FindCheckout(Path.GetDirectoryName(folder)!);
}
