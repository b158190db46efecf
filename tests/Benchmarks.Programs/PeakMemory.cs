namespace SsoOidcGen.Benchmarks;

/// <summary>What the process needed at its peak.</summary>
internal static class PeakMemory
{
    /// <summary>Prints the kernel's figure, where the runner asks for it.</summary>
    public static void Print()
    {
        if (Environment.GetEnvironmentVariable("PRINT_PEAK_MEMORY") is not null)
        {
            Console.WriteLine(
                File.ReadLines("/proc/self/status")
                    .First(static line => line.StartsWith("VmHWM", StringComparison.Ordinal))
            );
        }
    }
}
