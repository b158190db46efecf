namespace SsoOidcGen.Mutants;

/// <summary>A part of a project's tests.</summary>
internal enum TestStage
{
    /// <summary>The classes that take a few seconds at most.</summary>
    Quick,

    /// <summary>All others.</summary>
    Slow,
}
