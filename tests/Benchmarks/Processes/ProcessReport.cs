using SsoOidcGen.Benchmarks.Loopback;

namespace SsoOidcGen.Benchmarks.Processes;

/// <summary>Whole programs that make one call: time from start to end, memory and size.</summary>
internal static class ProcessReport
{
    private static readonly string[] Contenders = ["Empty", "Floor", "Stj", "AwsSdk", "Ours"];

    public static async Task PrintAsync()
    {
        await using TokenServer server = await TokenServer.StartAsync();
        foreach (Compilation compilation in Enum.GetValues<Compilation>())
        {
            ContenderProgram[] programs =
            [
                .. Contenders.Select(contender => ContenderProgram.Publish(contender, compilation, server.Endpoint)),
            ];
            MeasuredProgram[] measured = MeasuredProgram.Of(programs);
            MeasuredProgram floor = measured[Array.IndexOf(Contenders, "Floor")];
            Console.WriteLine(
                $"| {compilation} | Wall, ms | Ratio | Peak memory, MB | Published, KB | Above the floor, KB |"
            );
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
            foreach (MeasuredProgram program in measured)
            {
                Console.WriteLine(
                    $"| {program.Name} | {program.Milliseconds:0.0} | {program.Milliseconds / floor.Milliseconds:0.00} | {program.PeakKilobytes / 1024.0:0.0} | {program.Size / 1000:N0} | {(program.Size - floor.Size) / 1000:N0} |"
                );
            }

            Console.WriteLine();
        }
    }
}
