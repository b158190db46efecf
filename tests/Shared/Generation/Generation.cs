using System.Collections.Immutable;
using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Testing;

/// <summary>Runs the generator as the compiler does, and compiles what it makes.</summary>
internal sealed class Generation
{
    private static readonly CSharpParseOptions CSharp12 = new(LanguageVersion.CSharp12, DocumentationMode.Diagnose);

    private Generation(IReadOnlyList<ModelText> texts, GeneratorDriverRunResult result, Compilation compilation)
    {
        Texts = texts;
        Result = result;
        Compilation = compilation;
    }

    public IReadOnlyList<ModelText> Texts { get; }

    public GeneratorDriverRunResult Result { get; }

    public Compilation Compilation { get; }

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The generated files by their names, with <c>/</c> between folders.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        Result
            .Results.SelectMany(static result => result.GeneratedSources)
            .ToDictionary(
                static source => source.HintName.Replace('\\', '/'),
                static source => source.SourceText.ToString()
            );

    /// <summary>What the compiler has to say about the generated code at its highest warning level.</summary>
    public IReadOnlyList<Diagnostic> CompilerDiagnostics =>
        [.. Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    public static Generation Run(params IEnumerable<ModelText> models) => Run(CreateCompilation(), models);

    public static Generation Run(Compilation project, params IEnumerable<ModelText> models) =>
        Run(project, rootNamespace: null, models);

    public static Generation Run(Compilation project, string? rootNamespace, IEnumerable<ModelText> models)
    {
        ModelText[] texts = [.. models];
        GeneratorDriver driver = CreateDriver(texts, rootNamespace: rootNamespace)
            .RunGeneratorsAndUpdateCompilation(project, out Compilation compilation, out _);
        return new Generation(texts, driver.GetRunResult(), compilation);
    }

    public static GeneratorDriver CreateDriver(
        IEnumerable<ModelText> models,
        bool tracksSteps = false,
        string? rootNamespace = null
    ) =>
        CSharpGeneratorDriver.Create(
            [new SsoOidcGenerator().AsSourceGenerator()],
            models,
            CSharp12,
            new ModelOptions(rootNamespace),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, tracksSteps)
        );

    /// <summary>An empty project: C# 12, nullable, every warning on.</summary>
    public static CSharpCompilation CreateCompilation(params IEnumerable<MetadataReference> references) =>
        CSharpCompilation.Create(
            "Generated",
            [],
            [
                .. Net80.References.All,
                MetadataReference.CreateFromFile(typeof(ServiceClient).Assembly.Location),
                .. references,
            ],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: 9999,
                optimizationLevel: OptimizationLevel.Release,
                allowUnsafe: false
            )
        );

    /// <summary>Compiles and loads the generated code.</summary>
    public Assembly Load() => Load(Compilation);

    /// <summary>Compiles and loads the generated code together with code that uses it.</summary>
    public Assembly LoadWith(string code) =>
        Load(Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(code, CSharp12)));

    private static Assembly Load(Compilation compilation)
    {
        using MemoryStream assembly = new();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = compilation.Emit(assembly);
        if (!emitted.Success)
        {
            throw new InvalidOperationException(string.Join('\n', emitted.Diagnostics));
        }

        return Assembly.Load(assembly.ToArray());
    }
}
