using System.Text.Json;

namespace SsoOidcGen.Mutants;

/// <summary>Compiles one project of the scratch tree as its build does, without the build around it.</summary>
internal sealed class Compiler
{
    private readonly ScratchTree _tree;
    private readonly string _folder;
    private readonly string _responseFile;
    private readonly string _compiler;

    private Compiler(ScratchTree tree, ProjectUnderTest project, string responseFile, string compiler)
    {
        _tree = tree;
        _folder = tree.PathOf(project.Folder);
        _responseFile = responseFile;
        _compiler = compiler;
        Output = Path.ChangeExtension(responseFile, ".dll");
    }

    /// <summary>Where the compiled assembly is.</summary>
    public string Output { get; }

    /// <summary>Asks the build for the compiler's arguments.</summary>
    public static async Task<Compiler> CreateAsync(
        ScratchTree tree,
        ProjectUnderTest project,
        CancellationToken cancellationToken
    )
    {
        string response = await ToolRunner.RunAsync(
            tree.Root,
            "dotnet",
            [
                "msbuild",
                project.ProjectFile,
                "-t:PrepareResources;Compile",
                "-p:ProvideCommandLineArgs=true",
                "-p:SkipCompilerExecution=true",
                "-p:BuildProjectReferences=false",
                "-p:NonExistentFile=always-compile",
                // Analyzers take most of the time and say nothing about behaviour; source generators run.
                "-p:RunAnalyzers=false",
                "-getItem:CscCommandLineArgs",
                "-getProperty:RoslynTargetsPath",
                .. project.Framework is { } framework ? new[] { $"-p:TargetFramework={framework}" } : [],
            ],
            cancellationToken
        );
        using JsonDocument json = JsonDocument.Parse(response);
        string compiler = Path.Combine(
            json.RootElement.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!,
            "bincore",
            "csc.dll"
        );
        IEnumerable<string> arguments = json
            .RootElement.GetProperty("Items")
            .GetProperty("CscCommandLineArgs")
            .EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString()!)
            .Where(IsKept);
        string responseFile = tree.PathOf($"artifacts/{project.Assembly}.rsp");
        Compiler result = new(tree, project, responseFile, compiler);
        await File.WriteAllLinesAsync(
            responseFile,
            arguments.Append($"/out:{result.Output}").Append("/warnaserror-").Append("/nowarn:CS0162,CS1591"),
            cancellationToken
        );
        return result;
    }

    /// <returns>Whether the sources, as they are now, compile.</returns>
    public async Task<bool> TryCompileAsync(CancellationToken cancellationToken)
    {
        (int? exitCode, _) = await ToolRunner.TryRunAsync(
            _folder,
            TimeSpan.FromMinutes(5),
            "dotnet",
            [_compiler, "/shared", "/noconfig", "@" + _responseFile],
            cancellationToken
        );
        return exitCode == 0;
    }

    private static bool IsKept(string argument) =>
        !argument.StartsWith("/out:", StringComparison.Ordinal)
        && !argument.StartsWith("/refout:", StringComparison.Ordinal)
        && !argument.StartsWith("/doc:", StringComparison.Ordinal)
        && !argument.StartsWith("/noconfig", StringComparison.Ordinal);
}
