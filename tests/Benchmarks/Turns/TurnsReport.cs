using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace SsoOidcGen.Benchmarks.Turns;

/// <summary>
/// The contenders of every benchmark in turns: whatever else a machine does hits all of them alike, and the ratios hold on
/// a machine whose times vary.
/// </summary>
internal static class TurnsReport
{
    /// <param name="named">The names of the classes to run, or parts of them; all when there are none.</param>
    public static async Task PrintAsync(params string[] named)
    {
        IEnumerable<Type> benchmarks = typeof(TurnsReport)
            .Assembly.GetTypes()
            .Where(static type => BenchmarksOf(type).Any())
            .Where(type => named.Length == 0 || named.Any(type.Name.Contains))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal);
        Console.WriteLine("| Benchmark | Contender | Minimum, µs | Ratio | Median, µs | Ratio | Bytes | Ratio |");
        Console.WriteLine("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (Type type in benchmarks)
        {
            PropertyInfo? parameter = type.GetProperties()
                .SingleOrDefault(static property => property.IsDefined(typeof(ParamsAttribute)));
            foreach (object? value in parameter?.GetCustomAttribute<ParamsAttribute>()!.Values ?? [null])
            {
                object benchmark = Activator.CreateInstance(type)!;
                parameter?.SetValue(benchmark, value);
                await PrintAsync($"{type.Name.Replace("Benchmarks", "")} {value}".TrimEnd(), benchmark);
            }
        }
    }

    private static async Task PrintAsync(string name, object benchmark)
    {
        foreach (MethodInfo setup in benchmark.GetType().GetMethods())
        {
            if (setup.IsDefined(typeof(GlobalSetupAttribute)))
            {
                await setup.CreateDelegate<Func<Task>>(benchmark)();
            }
        }

        MethodInfo[] methods = [.. BenchmarksOf(benchmark.GetType())];
        Contender[] contenders =
        [
            .. methods.Select(method => new Contender(method.Name, method.CreateDelegate<Func<Task>>(benchmark))),
        ];
        await Contender.TakeTurnsAsync(contenders);
        Contender floor = contenders[
            Array.FindIndex(methods, static method => method.GetCustomAttribute<BenchmarkAttribute>()!.Baseline)
        ];
        foreach (Contender contender in contenders)
        {
            Console.WriteLine(
                $"| {name} | {contender.Name} | {contender.Minimum:0.00} | {contender.Minimum / floor.Minimum:0.00} | {contender.Median:0.00} | {contender.Median / floor.Median:0.00} | {contender.Bytes:N0} | {(double)contender.Bytes / floor.Bytes:0.00} |"
            );
        }
    }

    private static IEnumerable<MethodInfo> BenchmarksOf(Type type) =>
        type.GetMethods().Where(static method => method.IsDefined(typeof(BenchmarkAttribute)));
}
