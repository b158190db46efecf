namespace SsoOidcGen.Inputs;

internal enum InputKind
{
    Model,

    /// <summary>A file beside a model: paginators, waiters, endpoint rules, extras.</summary>
    Sibling,

    /// <summary>The table of partitions that the runtime compiles in.</summary>
    Partitions,
}
