using System.Reflection;
using System.Runtime.Loader;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Conformance;

/// <summary>Compiles emitted code as the strictest project would: C# 12, nullable, every warning an error.</summary>
internal static class InMemoryCompiler
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        warningLevel: 9999,
        generalDiagnosticOption: ReportDiagnostic.Error,
        nullableContextOptions: NullableContextOptions.Enable
    );

    private static readonly MetadataReference Runtime = MetadataReference.CreateFromFile(
        typeof(ServiceClient).Assembly.Location
    );

    public static Assembly Compile(params IEnumerable<string> sources)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Emitted",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, Parsing)),
            [.. Net80.References.All, Runtime],
            Options
        );
        using MemoryStream image = new();
        string[] complaints =
        [
            .. compilation.Emit(image).Diagnostics.Where(IsComplaint).Select(diagnostic => diagnostic.ToString()),
        ];
        Assert.True(complaints.Length == 0, string.Join('\n', complaints));

        image.Position = 0;
        return new AssemblyLoadContext(name: null).LoadFromStream(image);
    }

    private static bool IsComplaint(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning;
}
