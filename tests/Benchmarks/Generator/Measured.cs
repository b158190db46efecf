using System.Diagnostics;

namespace SsoOidcGen.Benchmarks.Generator;

/// <summary>The median time of several runs, and the bytes that one of them allocates.</summary>
internal readonly record struct Measured(double Milliseconds, long Bytes)
{
    private const int Runs = 7;

    public static Measured Of(Action action)
    {
        action();
        double[] times = new double[Runs];
        long bytes = 0;
        for (int i = 0; i < Runs; i++)
        {
            GC.Collect();
            long before = GC.GetAllocatedBytesForCurrentThread();
            long start = Stopwatch.GetTimestamp();
            action();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Array.Sort(times);
        return new Measured(times[Runs / 2], bytes);
    }

    public override string ToString() => $"{Milliseconds:0.00} ms, {Bytes / 1048576.0:0.0} MiB";
}
