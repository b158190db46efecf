using System.Diagnostics;

namespace SsoOidcGen.Benchmarks.Objects;

/// <summary>How fast objects are read and written over sockets, and what that allocates.</summary>
internal static class ObjectReport
{
    private const long Small = 1024 * 1024;
    private const long Large = 1024 * Small;

    public static async Task PrintAsync()
    {
        await using ObjectServer server = await ObjectServer.StartAsync(Small, Large);
        using FloorObjectClient floor = new(server.Endpoint);
        using OurObjectClient ours = new(server.Endpoint);
        using AwsSdkObjectClient awsSdk = new(server.Endpoint);
        IObjectClient[] clients = [floor, ours, awsSdk];

        Console.WriteLine("| Call | Size, MiB | Client | Minimum, ms | Ratio | Median, ms | Ratio | Allocated, KB |");
        Console.WriteLine("| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |");
        foreach ((long size, int rounds) in ((long, int)[])[(Small, 201), (Large, 11)])
        {
            await CompareAsync("GetObject", size, rounds, clients, static (client, size) => client.GetAsync(size));
            await CompareAsync("PutObject", size, rounds, clients, static (client, size) => client.PutAsync(size));
        }
    }

    /// <summary>The clients take turns, so that what else the machine does hits all of them.</summary>
    private static async Task CompareAsync(
        string name,
        long size,
        int rounds,
        IObjectClient[] clients,
        Func<IObjectClient, long, Task> call
    )
    {
        double[][] times = [.. clients.Select(_ => new double[rounds])];
        long[] allocated = new long[clients.Length];
        for (int round = -1; round < rounds; round++)
        {
            for (int i = 0; i < clients.Length; i++)
            {
                long allocatedBefore = GC.GetTotalAllocatedBytes();
                long start = Stopwatch.GetTimestamp();
                await call(clients[i], size);
                if (round >= 0)
                {
                    times[i][round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                    allocated[i] += GC.GetTotalAllocatedBytes() - allocatedBefore;
                }
            }
        }

        Array.ForEach(times, Array.Sort);
        for (int i = 0; i < clients.Length; i++)
        {
            double minimum = times[i][0];
            double median = times[i][rounds / 2];
            Console.WriteLine(
                $"| {name} | {size / Small:N0} | {clients[i].Name} | {minimum:N1} | {minimum / times[0][0]:0.00} | {median:N1} | {median / times[0][rounds / 2]:0.00} | {allocated[i] / rounds / 1024:N0} |"
            );
        }
    }
}
