namespace SsoOidcGen.Benchmarks.Calls;

/// <summary>What is timed must do the same.</summary>
internal static class Same
{
    /// <exception cref="InvalidOperationException">The contenders' results differ, or are nothing.</exception>
    public static void Check(params IReadOnlyList<string?> results)
    {
        if (results[0] is null || results.Any(result => result != results[0]))
        {
            throw new InvalidOperationException($"The contenders differ: {string.Join(" | ", results)}");
        }
    }
}
