namespace SsoOidcGen.Tests;

/// <summary>Files of this checkout and of the data that lies beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "SsoOidcGen.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);
}
