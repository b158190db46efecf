using SsoOidcGen.Reading.Formats;

namespace SsoOidcGen.Reading.SmithyAst;

/// <summary>The language in which Smithy models are written; the reader takes what Smithy makes of it.</summary>
internal static class SmithyIdl
{
    private static readonly string[] Beginnings = ["$version", "namespace ", "metadata ", "//"];

    public static bool IsWrittenIn(ModelFile file)
    {
        string start = file
            .Text.Substring(0, Math.Min(file.Text.Length, 200))
            .TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return file.Path.EndsWith(".smithy", StringComparison.OrdinalIgnoreCase)
            || Beginnings.Any(beginning => start.StartsWith(beginning, StringComparison.Ordinal));
    }
}
