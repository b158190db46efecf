namespace SsoOidcGen.Conformance.Reports;

/// <summary>What the generator made of a service's model.</summary>
internal sealed record ServiceRow(
    string Name,
    int Operations,
    int Shapes,
    int Files,
    int Lines,
    long GenerationMilliseconds,
    long CompilationMilliseconds
);
