using System.Diagnostics;

namespace SsoOidcGen.Benchmarks.Turns;

/// <summary>One side of a comparison, and the times of its rounds.</summary>
internal sealed class Contender(string name, Func<Task> call)
{
    private const int Rounds = 600;

    // Enough calls for tiered compilation to end, with pauses in which it works.
    private const int WarmUps = 12;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan s_round = TimeSpan.FromMilliseconds(1);

    private readonly double[] _times = new double[Rounds];
    private int _calls = 1;

    public string Name => name;

    /// <summary>The time of a call in the fastest round, in microseconds.</summary>
    public double Minimum => _times.Min();

    /// <summary>The median time of a call, in microseconds.</summary>
    public double Median => _times.Order().ElementAt(Rounds / 2);

    /// <summary>The bytes that a call allocates on the thread it begins on.</summary>
    public long Bytes { get; private set; }

    public static async Task TakeTurnsAsync(Contender[] contenders)
    {
        for (int i = 0; i < WarmUps; i++)
        {
            foreach (Contender contender in contenders)
            {
                await contender.WarmUpAsync();
            }

            await Task.Delay(s_warmUp);
        }

        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < contenders.Length; i++)
            {
                await contenders[(i + round) % contenders.Length].RunAsync(round);
            }
        }
    }

    private async Task WarmUpAsync()
    {
        long start = Stopwatch.GetTimestamp();
        int calls = 0;
        for (; calls == 0 || Stopwatch.GetElapsedTime(start) < s_warmUp; calls++)
        {
            await call();
        }

        _calls = Math.Max(1, (int)(calls * (s_round / Stopwatch.GetElapsedTime(start))));
    }

    private async Task RunAsync(int round)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < _calls; i++)
        {
            await call();
        }

        _times[round] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / _calls;
        Bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / _calls;
    }
}
