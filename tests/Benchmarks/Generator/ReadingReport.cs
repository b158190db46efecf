using System.Diagnostics;
using SsoOidcGen.Reading;
using SsoOidcGen.Reading.Formats;

namespace SsoOidcGen.Benchmarks.Generator;

/// <summary>What reading a model costs in both formats, from its text to the model: medians of the processor time of rounds in turns.</summary>
internal static class ReadingReport
{
    /// <summary>So long the runtime finds out what to optimize, and does.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    private const int Rounds = 41;

    public static void Print()
    {
        Console.WriteLine(
            "| Service | botocore, KB | Time per KB | Bytes per KB | Smithy, KB | Time per KB | Bytes per KB | Ratio |"
        );
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Stopwatch watch = Stopwatch.StartNew(); watch.Elapsed < WarmUp; )
        {
            foreach (string service in PublicModels.InBothFormats())
            {
                Read(Folder(PublicModels.Folder(service)));
                Read(new ModelSource(File(PublicModels.Smithy(service)), []));
            }
        }

        List<(Side Botocore, Side Smithy)> all = [.. PublicModels.InBothFormats().Select(Measure)];
        Print(
            "all",
            (Side.Sum(all.Select(static sides => sides.Botocore)), Side.Sum(all.Select(static sides => sides.Smithy)))
        );
    }

    private static (Side Botocore, Side Smithy) Measure(string service)
    {
        ModelSource botocore = Folder(PublicModels.Folder(service));
        ModelSource smithy = new(File(PublicModels.Smithy(service)), []);
        double[] ofBotocore = new double[Rounds];
        double[] ofSmithy = new double[Rounds];
        long bytesOfBotocore = 0;
        long bytesOfSmithy = 0;
        for (int round = 0; round < Rounds; round++)
        {
            (ofBotocore[round], bytesOfBotocore) = Read(botocore);
            (ofSmithy[round], bytesOfSmithy) = Read(smithy);
        }

        (Side, Side) sides = (
            new Side(Kilobytes(botocore), Median(ofBotocore), bytesOfBotocore),
            new Side(Kilobytes(smithy), Median(ofSmithy), bytesOfSmithy)
        );
        Print(service, sides);
        return sides;
    }

    private static void Print(string service, (Side Botocore, Side Smithy) sides) =>
        Console.WriteLine(
            $"| {service} | {sides.Botocore} | {sides.Smithy} | {sides.Smithy.MicrosecondsPerKilobyte / sides.Botocore.MicrosecondsPerKilobyte:0.00} |"
        );

    /// <summary>The processor time is all that counts: other programs may take turns.</summary>
    private static (double Microseconds, long Bytes) Read(ModelSource source)
    {
        GC.Collect();
        long before = GC.GetAllocatedBytesForCurrentThread();
        TimeSpan start = Environment.CpuUsage.TotalTime;
        if (ModelReader.Read(source, CancellationToken.None).Model is null)
        {
            throw new InvalidOperationException($"{source.Service.Path} gives no model.");
        }

        return (
            (Environment.CpuUsage.TotalTime - start).TotalMicroseconds,
            GC.GetAllocatedBytesForCurrentThread() - before
        );
    }

    private static double Median(double[] times)
    {
        Array.Sort(times);
        return times[times.Length / 2];
    }

    private static double Kilobytes(ModelSource source) =>
        source.Siblings.Append(source.Service).Sum(static file => file.Text.Length) / 1024.0;

    private static ModelSource Folder(string folder)
    {
        ModelFile[] files = [.. Directory.EnumerateFiles(folder, "*.json").Select(File)];
        return new ModelSource(
            files.Single(static file => file.Name == "service-2.json"),
            [.. files.Where(static file => file.Name != "service-2.json")]
        );
    }

    private static ModelFile File(string path) => new(path, System.IO.File.ReadAllText(path));

    /// <summary>One format of a service.</summary>
    private sealed record Side(double Kilobytes, double Microseconds, long Bytes)
    {
        public double MicrosecondsPerKilobyte => Microseconds / Kilobytes;

        public static Side Sum(IEnumerable<Side> sides) =>
            sides.Aggregate(
                static (sum, side) =>
                    new Side(
                        sum.Kilobytes + side.Kilobytes,
                        sum.Microseconds + side.Microseconds,
                        sum.Bytes + side.Bytes
                    )
            );

        public override string ToString() =>
            $"{Kilobytes:N0} | {MicrosecondsPerKilobyte:0.0} µs | {Bytes / Kilobytes:N0}";
    }
}
