using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>A property of a generated type.</summary>
internal sealed record MemberPlan
{
    public required string PropertyName { get; init; }

    /// <summary>A local variable that stands for the property while its object is being read.</summary>
    public required string LocalName { get; init; }

    /// <summary>The name in the model.</summary>
    public required string ModelName { get; init; }

    public required string WireName { get; init; }

    public required TypePlan Type { get; init; }

    public required string Documentation { get; init; }

    public Deprecation? Deprecated { get; init; }

    public MemberLocation Location { get; init; }

    /// <summary>The compiler insists on it.</summary>
    public bool IsRequired { get; init; }

    public bool IsNullable { get; init; }

    /// <summary>It must not be printed.</summary>
    public bool IsSensitive { get; init; }

    public bool IsIdempotencyToken { get; init; }

    /// <summary>A string that holds JSON; in a header it travels as base64.</summary>
    public bool HoldsJson { get; init; }

    public bool IsHostLabel { get; init; }

    public bool IsEventHeader { get; init; }

    public bool IsEventPayload { get; init; }

    /// <summary>Name of the endpoint parameter that takes the value.</summary>
    public string? ContextParameter { get; init; }

    /// <summary>The type as the property declares it.</summary>
    public string TypeName => IsNullable ? Type.Name + "?" : Type.Name;
}
