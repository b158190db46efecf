using SsoOidcGen.Benchmarks;

// What every program costs that does nothing.
Console.WriteLine("aoa");
PeakMemory.Print();
