namespace SsoOidcGen.Plan;

/// <summary>The settings that only a service's client has.</summary>
/// <param name="Name">Of the type.</param>
internal sealed record OptionsPlan(string Name, IReadOnlyList<OptionPlan> Options);

/// <summary>A setting that the endpoint rules look at.</summary>
internal sealed record OptionPlan
{
    public required string PropertyName { get; init; }

    /// <summary><c>bool</c> or <c>string</c>.</summary>
    public required string TypeName { get; init; }

    public required string Documentation { get; init; }

    /// <summary>The parameter of the endpoint rules.</summary>
    public required string Parameter { get; init; }

    /// <summary>Where its value is looked for when the caller sets none; null: nowhere.</summary>
    public OptionSourcePlan? Source { get; init; }
}

/// <summary>Where a flag comes from besides the caller.</summary>
/// <param name="Key">Of the profile; behind a dot: within a block of it.</param>
/// <param name="Variable">Of the environment; null: none.</param>
internal sealed record OptionSourcePlan(string Key, string? Variable)
{
    /// <summary>The text that means true; null: true and false are spelled out.</summary>
    public string? TrueText { get; init; }
}
