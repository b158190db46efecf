using SsoOidcGen.Testing;

namespace SsoOidcGen.Tests;

/// <summary>
/// Compares emitted text with a file of the repository. Set the environment variable <c>UPDATE_SNAPSHOTS</c> to 1 to
/// write the files anew, and review the difference.
/// </summary>
internal static class Snapshot
{
    private static readonly bool IsUpdating = Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1";

    /// <param name="text">What was emitted.</param>
    /// <param name="file">The path of the snapshot below this project, for example <c>EndpointRules/Sample.verified.cs</c>.</param>
    public static void Matches(string text, string file)
    {
        string path = Path.Combine(Repository.Root, "tests/SsoOidcGen.Tests", file);
        if (IsUpdating)
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", text);
    }
}
