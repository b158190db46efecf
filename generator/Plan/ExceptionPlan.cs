namespace SsoOidcGen.Plan;

internal sealed record ExceptionPlan
{
    public required string Name { get; init; }

    public required string Documentation { get; init; }

    /// <summary>The code that the model gives the error.</summary>
    public required string Code { get; init; }

    /// <summary>All codes under which it may arrive, <see cref="Code"/> first.</summary>
    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>Null when the model gives none.</summary>
    public int? HttpStatusCode { get; init; }

    /// <summary>The same call may succeed later.</summary>
    public bool IsRetryable { get; init; }

    /// <summary>The call was refused because of too many others.</summary>
    public bool IsThrottling { get; init; }

    /// <summary>Everything but the message, which every exception has.</summary>
    public required IReadOnlyList<MemberPlan> Members { get; init; }

    /// <summary>What travels outside of the body.</summary>
    public IReadOnlyList<PartPlan> Parts { get; init; } = [];

    /// <summary>What is read from the body's object.</summary>
    public IReadOnlyList<MemberPlan> Body { get; init; } = [];

    /// <summary>The OAuth 2.0 error code (RFC 6749 §5.2), which was read to find the error's code.</summary>
    public MemberPlan? OAuthError { get; init; }

    /// <summary>The OAuth 2.0 description, which was read to find the error's message.</summary>
    public MemberPlan? OAuthErrorDescription { get; init; }

    /// <summary>The types that only this exception uses: they are declared in its file.</summary>
    public required TypeGroup OwnTypes { get; init; }
}

/// <summary>The codes, each in one plan only, by which an exception is chosen.</summary>
internal sealed record ErrorCodesPlan(IReadOnlyList<string> Codes, ExceptionPlan Exception);
