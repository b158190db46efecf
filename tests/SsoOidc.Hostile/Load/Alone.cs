namespace SsoOidc.Hostile.Load;

/// <summary>Tests that look at the memory or the unobserved exceptions of the whole process.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
