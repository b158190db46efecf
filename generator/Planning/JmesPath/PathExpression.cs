using SsoOidcGen.Plan;

namespace SsoOidcGen.Planning.JmesPath;

/// <summary>A C# expression that stands for a JMESPath expression.</summary>
/// <param name="Code">How it is written.</param>
/// <param name="Type">Its type, without a question mark.</param>
/// <param name="IsNullable">It may be null.</param>
internal sealed record PathExpression(string Code, TypePlan Type, bool IsNullable)
{
    /// <summary>
    /// What its last link may be itself: in <c>a?.B</c> the whole may be null, yet a further link needs no question
    /// mark unless <c>B</c> may be null too.
    /// </summary>
    public bool IsLastLinkNullable { get; init; } = IsNullable;

    public Precedence Precedence { get; init; } = Precedence.Primary;

    /// <summary>A condition that is never null.</summary>
    public static PathExpression Condition(string code, Precedence precedence) =>
        new(code, new BooleanType(), IsNullable: false) { Precedence = precedence };

    /// <summary>The code as an operand of something that binds as tightly as given.</summary>
    public string At(Precedence precedence) => Precedence < precedence ? $"({Code})" : Code;

    /// <summary>A property or method call of the value; null when the value is.</summary>
    public PathExpression Access(string link, TypePlan type, bool isNullable = false) =>
        new(
            $"{At(Precedence.Primary)}{(IsLastLinkNullable ? "?." : ".")}{link}",
            type,
            IsNullable || IsLastLinkNullable || isNullable
        )
        {
            IsLastLinkNullable = isNullable,
        };
}
