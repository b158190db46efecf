using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

internal sealed record ExceptionPlan
{
    public required string Name { get; init; }

    public required string ShapeName { get; init; }

    public required string Documentation { get; init; }

    public Deprecation? Deprecated { get; init; }

    public required ErrorTrait Error { get; init; }

    /// <summary>The OAuth 2.0 error code that means the same, for example <c>slow_down</c>; null when the service speaks no OAuth.</summary>
    public string? OAuthError { get; init; }

    /// <summary>Everything but the message, which every exception has.</summary>
    public required IReadOnlyList<MemberPlan> Members { get; init; }

    /// <summary>The types that only this exception uses: they are declared in its file.</summary>
    public required TypeGroup OwnTypes { get; init; }
}
