namespace SsoOidcGen.Testing;

/// <summary>
/// Compares text with a file of the repository, by Verify's conventions: <c>X.verified.cs</c> is what was accepted,
/// <c>X.received.cs</c> is written beside it where the text differs.
/// </summary>
internal static class Snapshot
{
    /// <param name="text">What was made.</param>
    /// <param name="file">The path of the snapshot below <c>tests</c>, for example <c>SsoOidcGen.Tests/EndpointRules/Sample.verified.cs</c>.</param>
    public static void Matches(string text, string file)
    {
        string verified = Path.Combine(Repository.Root, "tests", file);
        string received = verified.Replace(".verified.", ".received.", StringComparison.Ordinal);
        if (File.Exists(verified) && File.ReadAllText(verified) == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, text);
        Assert.Fail(
            $"{received} differs from what was accepted. Compare the two, and rename it to {Path.GetFileName(verified)} to accept it."
        );
    }

    /// <summary>Several files in one, in the order of their names.</summary>
    public static void Matches(IEnumerable<KeyValuePair<string, string>> files, string file) =>
        Matches(
            string.Concat(
                files
                    .OrderBy(static item => item.Key, StringComparer.Ordinal)
                    .Select(static item => $"// {item.Key}\n{item.Value}\n")
            ),
            file
        );
}
