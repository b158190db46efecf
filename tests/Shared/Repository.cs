namespace SsoOidcGen.Testing;

/// <summary>
/// Files of this checkout, and of the public models and test suites, which are no part of the repository: they lie
/// beside it, or where the environment variable <c>SSOOIDCGEN_DATA</c> says.
/// </summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static string Data { get; } =
        Environment.GetEnvironmentVariable("SSOOIDCGEN_DATA") is { Length: > 0 } folder
            ? folder
            : Path.GetFullPath(Path.Combine(Root, "../shared/data"));

    /// <summary>The path of a file or folder of the data. The test is skipped when it is not there.</summary>
    /// <param name="path">A path below <see cref="Data"/>, for example <c>models/sso</c>.</param>
    public static string DataOrSkip(string path)
    {
        string full = Path.Combine(Data, path);
        Assert.SkipUnless(
            Path.Exists(full),
            $"{full} does not exist; set SSOOIDCGEN_DATA to the folder of the public models and test suites."
        );
        return full;
    }

    /// <summary>
    /// The names, without extension and with <c>/</c> between folders, of the files below a folder of the data. Empty when
    /// there is no such folder.
    /// </summary>
    public static IEnumerable<string> DataNames(string folder) =>
        Directory.Exists(Path.Combine(Data, folder))
            ? Directory
                .EnumerateFiles(Path.Combine(Data, folder), "*.json", SearchOption.AllDirectories)
                .Select(file => Path.ChangeExtension(Path.GetRelativePath(Path.Combine(Data, folder), file), null))
                .Select(static name => name.Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
            : [];

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "SsoOidcGen.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
