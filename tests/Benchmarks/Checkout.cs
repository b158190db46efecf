namespace SsoOidcGen.Benchmarks;

/// <summary>The checkout that this program was built from.</summary>
internal static class Checkout
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "SsoOidcGen.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
