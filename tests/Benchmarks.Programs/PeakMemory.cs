namespace SsoOidcGen.Benchmarks;

/// <summary>What the process needed at its peak.</summary>
internal static class PeakMemory
{
    /// <summary>Prints the kernel's figure, where the runner asks for it.</summary>
    public static void Print()
    {
        if (Environment.GetEnvironmentVariable("PRINT_PEAK_MEMORY") is not null)
        {
            // Without LINQ: what it takes to load that is not for this line to pay.
            string status = File.ReadAllText("/proc/self/status");
            int start = status.IndexOf("VmHWM", StringComparison.Ordinal);
            Console.WriteLine(status[start..status.IndexOf('\n', start)]);
        }
    }
}
