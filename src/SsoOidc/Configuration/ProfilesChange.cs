namespace SsoOidc;

/// <summary>What writing the profiles of a session changes, or would change.</summary>
public sealed record ProfilesChange
{
    /// <summary>Names of profiles that are new.</summary>
    public required IReadOnlyList<string> Added { get; init; }

    /// <summary>Names of profiles that stay or get other values.</summary>
    public required IReadOnlyList<string> Kept { get; init; }

    /// <summary>Names of profiles that go, because their role is not assigned any more.</summary>
    public required IReadOnlyList<string> Removed { get; init; }

    /// <summary>Names that stand elsewhere in the file already: those profiles are left as they are.</summary>
    public required IReadOnlyList<string> Foreign { get; init; }

    /// <summary>Whether the file is, or would be, another.</summary>
    public required bool ChangesFile { get; init; }
}
