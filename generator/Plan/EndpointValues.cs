namespace SsoOidcGen.Plan;

/// <summary>A value that endpoint rules compute.</summary>
internal abstract record EndpointValue;

/// <param name="IsUnwrapped">It is a flag that could be unset, and is known to be set.</param>
internal sealed record EndpointVariable(EndpointLocal Local, bool IsUnwrapped) : EndpointValue;

internal sealed record EndpointText(string Text) : EndpointValue;

internal sealed record EndpointNumber(int Number) : EndpointValue;

/// <summary>Text with values in it.</summary>
internal sealed record EndpointTemplate(EquatableArray<EndpointTemplatePart> Parts) : EndpointValue;

/// <summary>A literal piece, or the value that stands in its place.</summary>
internal sealed record EndpointTemplatePart(string? Literal, EndpointValue? Value);

/// <summary>A property of a partition, an ARN or a URL.</summary>
internal sealed record EndpointAttribute(EndpointValue Source, string Property) : EndpointValue;

/// <summary>An item of a list; a negative index counts from the end.</summary>
internal sealed record EndpointItem(EndpointValue Source, int Index) : EndpointValue;

/// <summary>A call of one of the runtime's functions.</summary>
/// <param name="FlagName">The parameter that takes a literal flag.</param>
internal sealed record EndpointFunctionCall(string Function, EquatableArray<EndpointValue> Arguments, string? FlagName)
    : EndpointValue;

/// <summary>The first value that is set; only the last may always be.</summary>
internal sealed record EndpointCoalescing(EquatableArray<EndpointValue> Values) : EndpointValue;

internal sealed record EndpointChoice(EndpointTest Test, EndpointValue WhenTrue, EndpointValue WhenFalse)
    : EndpointValue;

/// <summary>Something that holds or does not.</summary>
internal abstract record EndpointTest : EndpointValue;

internal sealed record EndpointConstant(bool Value) : EndpointTest
{
    public static EndpointConstant True { get; } = new(true);
}

/// <summary>A flag that is always set has a value.</summary>
internal sealed record EndpointFlagTest(EndpointValue Flag, bool Expected) : EndpointTest;

/// <summary>A flag that may be unset is set, and has a value.</summary>
internal sealed record EndpointOptionalFlagTest(EndpointValue Flag, bool Expected) : EndpointTest;

internal sealed record EndpointSetTest(EndpointValue Value, bool IsSet) : EndpointTest;

/// <summary>A value is set, and kept in a variable.</summary>
internal sealed record EndpointAssignmentTest(EndpointValue Value, EndpointLocal Local) : EndpointTest;

internal sealed record EndpointTextsTest(EndpointValue Left, EndpointValue Right, bool AreEqual) : EndpointTest;

internal sealed record EndpointFlagsTest(EndpointTest Left, EndpointTest Right, bool AreEqual) : EndpointTest;
