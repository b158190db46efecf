namespace SsoOidcGen.Benchmarks.Processes;

/// <summary>What a program costs: medians of several runs.</summary>
internal sealed record MeasuredProgram(string Name, double Milliseconds, long PeakKilobytes, long Size)
{
    private const int Runs = 21;

    /// <summary>Measures programs in turns, so that a slow moment of the machine meets all of them.</summary>
    public static MeasuredProgram[] Of(ContenderProgram[] programs)
    {
        double[][] times = [.. programs.Select(static _ => new double[Runs])];
        long[][] peaks = [.. programs.Select(static _ => new long[Runs])];
        for (int run = -1; run < Runs; run++)
        {
            for (int i = 0; i < programs.Length; i++)
            {
                double time = programs[i].Run().TotalMilliseconds;
                long peak = programs[i].MeasurePeakMemory();
                if (run >= 0)
                {
                    times[i][run] = time;
                    peaks[i][run] = peak;
                }
            }
        }

        return
        [
            .. programs.Select(
                (program, i) => new MeasuredProgram(program.Name, Median(times[i]), Median(peaks[i]), program.Size)
            ),
        ];
    }

    private static T Median<T>(T[] values) => values.Order().ElementAt(Runs / 2);
}
