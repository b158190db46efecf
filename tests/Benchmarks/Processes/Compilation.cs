namespace SsoOidcGen.Benchmarks.Processes;

/// <summary>When a program's code becomes that of the machine.</summary>
internal enum Compilation
{
    /// <summary>While it runs.</summary>
    JustInTime,

    /// <summary>Before, and again while it runs (<c>PublishReadyToRun</c>).</summary>
    ReadyToRun,

    /// <summary>Before (<c>PublishAot</c>).</summary>
    NativeAot,
}
