using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

switch (args)
{
    case ["generator", .. string[] services]:
        SsoOidcGen.Benchmarks.Generator.GeneratorReport.Print(services);
        return;
    case ["reading"]:
        SsoOidcGen.Benchmarks.Generator.ReadingReport.Print();
        return;
    case ["loopback"]:
        await SsoOidcGen.Benchmarks.Loopback.ThroughputReport.PrintAsync();
        return;
    case ["turns", .. string[] named]:
        await SsoOidcGen.Benchmarks.Turns.TurnsReport.PrintAsync(named);
        return;
    case ["objects"]:
        await SsoOidcGen.Benchmarks.Objects.ObjectReport.PrintAsync();
        return;
    case ["processes"]:
        await SsoOidcGen.Benchmarks.Processes.ProcessReport.PrintAsync();
        return;
}

// Both sides of every comparison run in this process, one after the other.
ManualConfig config = ManualConfig
    .CreateEmpty()
    .AddJob(Job.ShortRun.WithIterationCount(10).WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddExporter(MarkdownExporter.GitHub)
    .AddLogger(ConsoleLogger.Default);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
