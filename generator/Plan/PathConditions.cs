namespace SsoOidcGen.Plan;

/// <summary>What is true or false, and never null.</summary>
internal abstract record PathCondition() : PathPlan(new BooleanType(), IsNullable: false);

internal sealed record FlagLiteral(bool Value) : PathCondition;

internal sealed record OrCondition(PathPlan Left, PathPlan Right) : PathCondition;

internal sealed record AndCondition(PathPlan Left, PathPlan Right) : PathCondition;

internal sealed record NotCondition(PathPlan Operand) : PathCondition;

/// <param name="Operator">As JMESPath and C# write it.</param>
internal sealed record ComparisonCondition(string Operator, PathPlan Left, PathPlan Right) : PathCondition;

/// <summary>A value that may be null is null, or is not.</summary>
internal sealed record NullCondition(PathPlan Value, bool IsNull) : PathCondition;

/// <summary>A flag that may be null is true, or is not.</summary>
internal sealed record TrueCondition(PathPlan Flag, bool IsTrue) : PathCondition;

/// <summary>A flag that may be null is false.</summary>
internal sealed record FalseCondition(PathPlan Flag) : PathCondition;

/// <summary>A text is null or empty.</summary>
internal sealed record EmptyTextCondition(PathPlan Text) : PathCondition;

/// <summary>A list or map has items, or is null or empty.</summary>
internal sealed record ItemsCondition(PathPlan Collection, bool HasItems) : PathCondition;
