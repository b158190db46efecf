using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SsoOidcGen.Benchmarks.Processes;

/// <summary>A published program of <c>tests/Benchmarks.Programs</c>.</summary>
/// <param name="Name">The contender.</param>
/// <param name="Folder">Where it was published.</param>
/// <param name="Endpoint">What it calls.</param>
internal sealed record ContenderProgram(string Name, string Folder, string Endpoint)
{
    private const string AccessToken = "aoa";

    /// <summary>The program with everything it needs beyond the shared framework, in bytes.</summary>
    public long Size =>
        Directory
            .EnumerateFiles(Folder)
            .Where(static file => Path.GetExtension(file) is not (".pdb" or ".dbg" or ".xml"))
            .Sum(static file => new FileInfo(file).Length);

    /// <exception cref="InvalidOperationException">It does not build without a warning.</exception>
    public static ContenderProgram Publish(string contender, Compilation compilation, string endpoint)
    {
        string folder = Path.Combine(Checkout.Root, "artifacts/benchmarks", contender, compilation.ToString());
        string program = Path.Combine(folder, "program");
        string[] how = compilation switch
        {
            Compilation.ReadyToRun =>
            [
                "-p:PublishReadyToRun=true",
                "--self-contained",
                "false",
                "-r",
                RuntimeInformation.RuntimeIdentifier,
            ],
            Compilation.NativeAot => ["-p:NativeProgram=true"],
            _ => [],
        };
        Run(
            "dotnet",
            [
                "publish",
                Path.Combine(Checkout.Root, "tests/Benchmarks.Programs"),
                "-c",
                "Release",
                $"-p:Contender={contender}",
                "--artifacts-path",
                folder,
                "-o",
                program,
                .. how,
            ]
        );
        return new ContenderProgram(contender, program, endpoint);
    }

    /// <summary>Runs the program once.</summary>
    /// <returns>The time from its start to its end.</returns>
    public TimeSpan Run()
    {
        long start = Stopwatch.GetTimestamp();
        string output = Run(Path.Combine(Folder, Name), [Endpoint]);
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        return output.Trim() == AccessToken ? time : throw new InvalidOperationException($"{Name} printed '{output}'.");
    }

    /// <summary>Runs the program once and lets it tell how much memory it needed, in kilobytes.</summary>
    public long MeasurePeakMemory()
    {
        string output = Run(Path.Combine(Folder, Name), [Endpoint], ("PRINT_PEAK_MEMORY", "1"));
        string figure = output.Split(':')[^1].Replace("kB", "", StringComparison.Ordinal);
        return long.Parse(figure, CultureInfo.InvariantCulture);
    }

    private static string Run(string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach ((string name, string value) in variables)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} failed with {process.ExitCode}: {output}");
    }
}
