namespace SsoOidcGen.Plan;

/// <summary>A C# type of the generated code.</summary>
/// <param name="Name">How it is written, without a question mark.</param>
/// <param name="IsValueType">Decides what a question mark behind it means.</param>
internal abstract record TypePlan(string Name, bool IsValueType)
{
    /// <summary>The pattern of a value that is there, before the name of a variable for it.</summary>
    public virtual string Present => "{ }";
}

/// <param name="MinLength">Minimum number of characters.</param>
internal sealed record StringType(long? MinLength) : TypePlan("string", IsValueType: false)
{
    /// <summary>It comes back with a path before it, and is sent without.</summary>
    public bool IsIdWithPath { get; init; }
}

/// <summary>A string type with known values.</summary>
internal sealed record EnumType(string Name) : TypePlan(Name, IsValueType: true)
{
    /// <summary>Its values must not be printed, nor kept for longer than they are used.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The type's default is no value.</summary>
    public override string Present => "{ Value: not null }";
}

internal sealed record BooleanType() : TypePlan("bool", IsValueType: true);

/// <param name="Minimum">Minimum value.</param>
internal sealed record NumberType(NumericType Kind, decimal? Minimum)
    : TypePlan(
        Kind switch
        {
            NumericType.Int32 => "int",
            NumericType.Int64 => "long",
            NumericType.Single => "float",
            _ => "double",
        },
        IsValueType: true
    )
{
    /// <summary>How many bits it has in the header of an event; null for as many as it has in C#.</summary>
    public NarrowInteger? EventHeader { get; init; }
}

internal sealed record TimestampType(TimestampEncoding Encoding) : TypePlan("DateTimeOffset", IsValueType: true);

/// <param name="MinLength">Minimum number of bytes.</param>
internal sealed record BlobType(long? MinLength) : TypePlan("ReadOnlyMemory<byte>", IsValueType: true);

/// <param name="RequiresLength">Its length has to be known before it is sent.</param>
internal sealed record StreamType(bool RequiresLength) : TypePlan("Stream", IsValueType: false);

internal sealed record DocumentType() : TypePlan("JsonElement", IsValueType: true);

/// <param name="MinLength">Minimum number of items.</param>
internal sealed record ListType(TypePlan Item, bool Sparse, long? MinLength)
    : TypePlan($"IReadOnlyList<{Item.Name}{(Sparse ? "?" : "")}>", IsValueType: false)
{
    /// <summary>What each item is called; null when it has a number only.</summary>
    public ElementPlan? Element { get; init; }
}

/// <param name="MinLength">Minimum number of entries.</param>
/// <param name="HasSecretKeys">They must not be printed.</param>
internal sealed record MapType(TypePlan Value, bool Sparse, long? MinLength, bool HasSecretKeys)
    : TypePlan($"IReadOnlyDictionary<string, {Value.Name}{(Sparse ? "?" : "")}>", IsValueType: false)
{
    /// <summary>What the key of each entry is called.</summary>
    public required ElementPlan KeyElement { get; init; }

    /// <summary>What the value of each entry is called.</summary>
    public required ElementPlan ValueElement { get; init; }
}

/// <summary>A structure or union. The names of the classes that read, write and check it begin with its own.</summary>
/// <param name="IsValidated">The model constrains it or something in it.</param>
/// <param name="HoldsSensitive">Something in it must not be printed.</param>
internal sealed record ShapeType(string Name, bool IsUnion, bool IsValidated, bool HoldsSensitive)
    : TypePlan(Name, IsValueType: false);

/// <summary>Messages that arrive or leave one by one.</summary>
internal sealed record EventStreamType(ShapeType Event)
    : TypePlan($"IAsyncEnumerable<{Event.Name}>", IsValueType: false);
