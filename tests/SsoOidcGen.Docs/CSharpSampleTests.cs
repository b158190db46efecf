using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SsoOidcGen.Docs;

/// <summary>
/// C# on the pages compiles. A sample with usings or a namespace of its own stands alone; any other continues its page,
/// and finds what <see cref="Continued"/> holds. One with partial types is compiled with the clients that it extends, and one
/// with <c>…</c> is an excerpt of generated code.
/// </summary>
public sealed class CSharpSampleTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions s_language = new(LanguageVersion.CSharp12);

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(static file => MetadataReference.CreateFromFile(file)),
    ];

    private static readonly string s_own = typeof(CSharpSampleTests).Assembly.Location;

    private static readonly Lazy<SyntaxTree[]> s_generated = new(static () =>
        [
            .. Directory
                .EnumerateFiles(
                    Path.Combine(AppContext.BaseDirectory, "generated"),
                    "*.cs",
                    SearchOption.AllDirectories
                )
                .Select(static file => Parse(File.ReadAllText(file), file)),
        ]
    );

    /// <summary>Assemblies built for an older framework refer to its versions; the SDK silences that as well.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> s_sdkDefaults = new()
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
    };

    public static TheoryData<string, int> Samples { get; } = Find(static block => !IsExcerpt(block));

    public static TheoryData<string, int> Excerpts { get; } = Find(IsExcerpt);

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_compiles(string page, int line)
    {
        CodeBlock block = Pages.Blocks(page).Single(block => block.Line == line);
        SyntaxTree sample = Parse(new string('\n', line - 1) + block.Text, page);
        CompilationUnitSyntax root = sample.GetCompilationUnitRoot();
        bool isAlone =
            root.Usings.Count > 0 || root.Members.Any(static member => member is BaseNamespaceDeclarationSyntax);
        bool isExtension = root.DescendantTokens().Any(static token => token.IsKind(SyntaxKind.PartialKeyword));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Sample",
            [
                sample,
                Parse(isAlone ? ImplicitUsings : ImplicitUsings + Continuation(), ""),
                .. isExtension ? s_generated.Value : [],
            ],
            isExtension ? s_references.Where(static reference => reference.Display != s_own) : s_references,
            new CSharpCompilationOptions(
                root.Members.Any(static member => member is GlobalStatementSyntax)
                    ? OutputKind.ConsoleApplication
                    : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: s_sdkDefaults
            )
        );

        Assert.Empty(compilation.GetDiagnostics().Where(static found => found.Severity > DiagnosticSeverity.Hidden));
    }

    [Theory]
    [MemberData(nameof(Excerpts))]
    public void An_excerpt_stands_in_generated_code(string page, int line)
    {
        string generated = Flatten(
            string.Join(
                '\n',
                Directory
                    .EnumerateFiles(
                        Path.Combine(Repository.Root, "tests/SsoOidcGen.Tests/Snapshots"),
                        "*.cs",
                        SearchOption.AllDirectories
                    )
                    .Select(File.ReadAllText)
            )
        );

        Assert.All(
            Pages
                .Blocks(page)
                .Single(block => block.Line == line)
                .Text.Split('\n')
                .Where(static text => !text.Contains('…')),
            text => Assert.Contains(Flatten(text), generated, StringComparison.Ordinal)
        );
    }

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, s_language, path);

    /// <summary>Code is compared without regard to where lines, comments above all, are broken.</summary>
    private static string Flatten(string code) =>
        string.Join(
            ' ',
            code.Replace("///", "")
                .Replace("<summary>", "")
                .Replace("</summary>", "")
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    private static string Continuation() =>
        string.Concat(Continued.Usings.Select(static name => $"\nglobal using {name};"))
        + $"\nglobal using static {typeof(Continued).FullName};";

    private static bool IsExcerpt(CodeBlock block) => block.Text.Contains('…');

    private static TheoryData<string, int> Find(Predicate<CodeBlock> isWanted)
    {
        TheoryData<string, int> found = [];
        foreach (
            CodeBlock block in Pages
                .All.SelectMany(Pages.Blocks)
                .Where(block => block.Language == "csharp" && isWanted(block))
        )
        {
            found.Add(block.Page, block.Line);
        }

        return found;
    }
}
