using System.Diagnostics;
using SsoOidc;
using SsoOidcGen.Benchmarks.Calls;
using SsoOidcGen.Runtime;

namespace SsoOidcGen.Benchmarks.Loopback;

/// <summary>Calls per second over sockets from several callers at once, and whether they leave memory behind.</summary>
internal static class ThroughputReport
{
    private const int Rounds = 9;
    private const int CallsPerRound = 20_000;
    private const int MemorySteps = 5;
    private const int CallsPerMemoryStep = 200_000;
    private const int MostCallers = 256;

    public static async Task PrintAsync()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        using HttpClient http = new();
        using SsoOidcClient ours = new(
            new ServiceClientOptions { Region = "eu-central-1", Endpoint = new Uri(server.Endpoint) }
        );
        FloorClient floor = new(http, server.Endpoint);
        Func<Task<string?>> callFloor = async () =>
            (await floor.CreateTokenAsync(Contenders.FloorRequest())).AccessToken;
        Func<Task<string?>> callOurs = async () => (await ours.CreateTokenAsync(Contenders.Request())).AccessToken;
        Same.Check(await callFloor(), await callOurs());

        Console.WriteLine("| Callers | Floor, calls/s | SsoOidcGen, calls/s | Ratio |");
        Console.WriteLine("| ---: | ---: | ---: | ---: |");
        foreach (int callers in (int[])[1, 16, MostCallers])
        {
            await PrintThroughputAsync(callers, callFloor, callOurs);
        }

        Console.WriteLine();
        Console.WriteLine($"| Calls of {MostCallers} callers | Live memory, KB |");
        Console.WriteLine("| ---: | ---: |");
        for (int step = 1; step <= MemorySteps; step++)
        {
            await CallAsync(MostCallers, CallsPerMemoryStep, callOurs);
            Console.WriteLine(
                $"| {step * CallsPerMemoryStep:N0} | {GC.GetTotalMemory(forceFullCollection: true) / 1024:N0} |"
            );
        }
    }

    private static async Task PrintThroughputAsync(int callers, Func<Task<string?>> floor, Func<Task<string?>> ours)
    {
        double[] floorRates = new double[Rounds];
        double[] ourRates = new double[Rounds];
        for (int round = -1; round < Rounds; round++)
        {
            double floorRate = await CallAsync(callers, CallsPerRound, floor);
            double ourRate = await CallAsync(callers, CallsPerRound, ours);
            if (round >= 0)
            {
                floorRates[round] = floorRate;
                ourRates[round] = ourRate;
            }
        }

        Array.Sort(floorRates);
        Array.Sort(ourRates);
        double floorMedian = floorRates[Rounds / 2];
        double ourMedian = ourRates[Rounds / 2];
        Console.WriteLine($"| {callers} | {floorMedian:N0} | {ourMedian:N0} | {ourMedian / floorMedian:0.00} |");
    }

    /// <summary>Spreads calls over callers.</summary>
    /// <returns>Calls per second.</returns>
    private static async Task<double> CallAsync(int callers, int calls, Func<Task<string?>> call)
    {
        long start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (int i = 0; i < calls / callers; i++)
                        {
                            await call();
                        }
                    })
                )
        );
        return calls / callers * callers / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
