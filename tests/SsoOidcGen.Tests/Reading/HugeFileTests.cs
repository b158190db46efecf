using System.Text;
using SsoOidcGen.Diagnostics;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;

namespace SsoOidcGen.Tests.Reading;

/// <summary>Files of a hundred million characters end in a diagnostic, and in memory of a known size.</summary>
public sealed class HugeFileTests
{
    private const int Size = 100_000_000;

    /// <summary>A million values and their diagnostics, and a copy of the text.</summary>
    private const long MostMemory = 1_000_000_000;

    [Theory]
    [InlineData("", "[", "")]
    [InlineData("", " ", "")]
    [InlineData("", "1", "")]
    [InlineData("\"", "a", "")]
    [InlineData("\"", "\\u0041", "\"")]
    [InlineData("[", "0,", "0]")]
    [InlineData("[", "[],", "[]]")]
    [InlineData("{", "\"a\":{},", "\"a\":0}")]
    [InlineData("{\"a\":", "{\"a\":", "")]
    public void A_huge_file_gives_a_diagnostic_and_bounded_memory(string start, string piece, string end)
    {
        string text = new StringBuilder(start).Insert(start.Length, piece, Size / piece.Length).Append(end).ToString();
        long before = GC.GetAllocatedBytesForCurrentThread();

        ReadResult result = ModelReader.Read(
            new ModelSource(new ModelFile("service-2.json", text), []),
            TestContext.Current.CancellationToken
        );

        Assert.Null(result.Model);
        Assert.Contains(
            result.Diagnostics,
            static diagnostic =>
                DiagnosticDescriptors.Get(diagnostic.Id).DefaultSeverity
                == Microsoft.CodeAnalysis.DiagnosticSeverity.Error
        );
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
    }
}
