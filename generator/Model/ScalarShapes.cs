namespace SsoOidcGen.Model;

internal sealed record StringShape(string Name) : Shape(Name)
{
    /// <summary>The known values of an enum; empty for a plain string.</summary>
    public EquatableArray<EnumValue> EnumValues { get; init; } = [];

    /// <summary>Least number of characters (Unicode scalar values).</summary>
    public long? MinLength { get; init; }

    /// <summary>Of its value where it is a whole body; null leaves it to the protocol.</summary>
    public string? MediaType { get; init; }
}

internal sealed record NumberShape(string Name, NumberKind Kind) : Shape(Name)
{
    public decimal? Minimum { get; init; }
}

internal enum NumberKind
{
    /// <summary>8 bits. C# and bodies have it as an integer; headers of events tell it apart.</summary>
    Byte,

    /// <summary>16 bits.</summary>
    Short,
    Integer,
    Long,
    Float,
    Double,
}

internal sealed record BooleanShape(string Name) : Shape(Name);

internal sealed record TimestampShape(string Name) : Shape(Name)
{
    public TimestampFormat? Format { get; init; }
}

internal sealed record BlobShape(string Name) : Shape(Name)
{
    public bool Streaming { get; init; }

    /// <summary>A stream whose length has to be known before it is sent.</summary>
    public bool RequiresLength { get; init; }

    /// <summary>Least number of bytes.</summary>
    public long? MinLength { get; init; }

    /// <summary>Of its value where it is a whole body; null leaves it to the protocol.</summary>
    public string? MediaType { get; init; }
}

/// <summary>Free-form JSON.</summary>
internal sealed record DocumentShape(string Name) : Shape(Name);
