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
    public string Apply(string source) => source[..Span.Start] + Replacement + source[Span.End..];

    public override string ToString() => $"{Path}:{Line}: {OneLine(Original)} → {OneLine(Replacement)}";

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line
            ? line
            : "(nothing)";
}
