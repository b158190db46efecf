namespace SsoOidcGen.Plan;

/// <summary>The checksum that is sent with a request's body.</summary>
internal sealed record RequestChecksumPlan
{
    /// <summary>The service refuses requests without one.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The member by which the caller chooses an algorithm; null: there is none.</summary>
    public MemberPlan? Algorithm { get; init; }

    /// <summary>The header that names the algorithm; null: none does.</summary>
    public string? AlgorithmHeader { get; init; }
}
