using Microsoft.CodeAnalysis.Text;

namespace SsoOidcGen.Mutants;

/// <summary>One change of one source file.</summary>
/// <param name="Path">The file, relative to the root of the repository.</param>
/// <param name="Line">The 1-based line of the change.</param>
/// <param name="Span">What is replaced.</param>
/// <param name="Original">The text that is replaced.</param>
/// <param name="Replacement">The text that takes its place.</param>
internal sealed record Mutant(string Path, int Line, TextSpan Span, string Original, string Replacement)
{
    /// <returns>The source with all changes; null when one lies within another.</returns>
    public static string? TryApply(IReadOnlyList<Mutant> mutants, string source)
    {
        int end = source.Length;
        foreach (Mutant mutant in mutants.OrderByDescending(static mutant => mutant.Span.Start))
        {
            if (mutant.Span.End > end)
            {
                return null;
            }

            end = mutant.Span.Start;
            source = source[..end] + mutant.Replacement + source[mutant.Span.End..];
        }

        return source;
    }

    public override string ToString() => $"{Path}:{Line}: {OneLine(Original)} → {OneLine(Replacement)}";

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line
            ? line
            : "(nothing)";
}
