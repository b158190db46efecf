using System.Collections.Concurrent;
using System.Text;

[assembly: AssemblyFixture(typeof(SsoOidcGen.Conformance.Reports.ConformanceReport))]

namespace SsoOidcGen.Conformance.Reports;

/// <summary>Prints, when all tests are over, what they found: cases per file and a line per service.</summary>
/// <remarks><c>dotnet run --project tests/SsoOidcGen.Conformance</c> shows it.</remarks>
public sealed class ConformanceReport : IDisposable
{
    private static readonly ConcurrentDictionary<string, CaseCount> Files = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, ServiceRow> Services = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string> EndpointCases = new(StringComparer.Ordinal);

    internal static void Started(string file) =>
        Count(file, static count => count with { Started = count.Started + 1 });

    internal static void Passed(string file) => Count(file, static count => count with { Passed = count.Passed + 1 });

    internal static void Skipped(string file) =>
        Count(file, static count => count with { Skipped = count.Skipped + 1 });

    internal static void Add(ServiceRow row) => Services[row.Name] = row;

    internal static void AddEndpointCases(string model, int passed, int all) =>
        EndpointCases[model] = $"{passed} of {all}";

    public void Dispose()
    {
        StringBuilder text = new();
        if (!Files.IsEmpty)
        {
            text.AppendLine("| File | Passed | Failed | Skipped |\n| --- | ---: | ---: | ---: |");
            foreach ((string file, CaseCount count) in Files.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
            {
                int failed = count.Started - count.Passed - count.Skipped;
                text.AppendLine($"| {file} | {count.Passed} | {failed} | {count.Skipped} |");
            }
        }

        if (!Services.IsEmpty)
        {
            text.AppendLine(
                "\n| Service | Operations | Shapes | Files | Lines | Generation, ms | Compilation, ms | Endpoint cases |"
            );
            text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (ServiceRow row in Services.Values.OrderBy(static row => row.Name, StringComparer.Ordinal))
            {
                text.AppendLine(
                    $"| {row.Name} | {row.Operations} | {row.Shapes} | {row.Files} | {row.Lines} | {row.GenerationMilliseconds} | {row.CompilationMilliseconds} | {EndpointCases.GetValueOrDefault(row.Name, "none")} |"
                );
            }
        }

        Console.WriteLine(text);
    }

    private static void Count(string file, Func<CaseCount, CaseCount> change) =>
        Files.AddOrUpdate(file, _ => change(default), (_, count) => change(count));

    private readonly record struct CaseCount(int Started, int Passed, int Skipped);
}
