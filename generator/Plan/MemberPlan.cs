namespace SsoOidcGen.Plan;

/// <summary>A property of a generated type.</summary>
internal sealed record MemberPlan
{
    public required string PropertyName { get; init; }

    /// <summary>A local variable that stands for the property while its object is being read.</summary>
    public required string LocalName { get; init; }

    /// <summary>The name in the model.</summary>
    public required string ModelName { get; init; }

    /// <summary>The name where it travels: of an object's member, a header, a query parameter, or a prefix of headers.</summary>
    public required string WireName { get; init; }

    /// <summary>Another name that it may have in the body of a response; null for none.</summary>
    public string? OtherName { get; init; }

    /// <summary>How a request's body names it.</summary>
    public required ElementPlan Element { get; init; }

    /// <summary>It is an attribute of its structure's element.</summary>
    public bool IsAttribute { get; init; }

    /// <summary>A list or map whose items stand amid the members, each under the member's name.</summary>
    public bool IsFlattened { get; init; }

    public required TypePlan Type { get; init; }

    public required string Documentation { get; init; }

    /// <summary>Why it should not be used any more; null when it may.</summary>
    public string? Obsolete { get; init; }

    /// <summary>The compiler insists on it.</summary>
    public bool IsRequired { get; init; }

    public bool IsNullable { get; init; }

    /// <summary>What it is until it is given a value; null leaves that to its type.</summary>
    public DefaultPlan? Default { get; init; }

    /// <summary>What the path says in place of a value that is null or empty; null: such a value is refused.</summary>
    public string? WhenEmpty { get; init; }

    /// <summary>It must not be printed.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>A string that holds JSON; in a header it travels as base64.</summary>
    public bool HoldsJson { get; init; }

    /// <summary>It is part of the host, so it has to be a label of one.</summary>
    public bool IsHostLabel { get; init; }

    /// <summary>It is part of the path, so it must not be empty.</summary>
    public bool IsPathLabel { get; init; }

    /// <summary>In a union: another case has the name of the type, so the type is written with its namespace.</summary>
    public bool IsTypeHidden { get; init; }

    /// <summary>The type as the property declares it.</summary>
    public string TypeName => IsNullable ? Type.Name + "?" : Type.Name;
}
