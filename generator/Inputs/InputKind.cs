namespace SsoOidcGen.Inputs;

internal enum InputKind
{
    Model,

    /// <summary>A file beside a model: paginators, waiters, endpoint rules, extras.</summary>
    Sibling,

    /// <summary>The project file in which a model is listed.</summary>
    Project,

    /// <summary>The table of partitions that the runtime compiles in.</summary>
    Partitions,
}
