using SsoOidcGen.Model;

namespace SsoOidcGen.Planning;

/// <summary>A C# type of the generated code.</summary>
/// <param name="Name">How it is written, without a question mark.</param>
/// <param name="IsValueType">Decides what a question mark behind it means.</param>
internal abstract record TypePlan(string Name, bool IsValueType);

/// <param name="MinLength">Least number of characters.</param>
internal sealed record StringType(long? MinLength) : TypePlan("string", IsValueType: false);

/// <summary>A string type with known values.</summary>
internal sealed record EnumType(string Name) : TypePlan(Name, IsValueType: true);

internal sealed record BooleanType() : TypePlan("bool", IsValueType: true);

/// <param name="Minimum">Least value.</param>
internal sealed record NumberType(NumberKind Kind, decimal? Minimum)
    : TypePlan(
        Kind switch
        {
            NumberKind.Integer => "int",
            NumberKind.Long => "long",
            NumberKind.Float => "float",
            _ => "double",
        },
        IsValueType: true
    );

internal sealed record TimestampType(TimestampFormat Format) : TypePlan("DateTimeOffset", IsValueType: true);

/// <param name="MinLength">Least number of bytes.</param>
internal sealed record BlobType(long? MinLength) : TypePlan("ReadOnlyMemory<byte>", IsValueType: true);

/// <param name="RequiresLength">Its length has to be known before it is sent.</param>
internal sealed record StreamType(bool RequiresLength) : TypePlan("Stream", IsValueType: false);

internal sealed record DocumentType() : TypePlan("JsonElement", IsValueType: true);

/// <param name="MinLength">Least number of items.</param>
internal sealed record ListType(TypePlan Item, bool Sparse, long? MinLength)
    : TypePlan($"IReadOnlyList<{Item.Name}{(Sparse ? "?" : "")}>", IsValueType: false);

/// <param name="MinLength">Least number of entries.</param>
/// <param name="HasSecretKeys">They must not be printed.</param>
internal sealed record MapType(TypePlan Value, bool Sparse, long? MinLength, bool HasSecretKeys)
    : TypePlan($"IReadOnlyDictionary<string, {Value.Name}{(Sparse ? "?" : "")}>", IsValueType: false);

/// <summary>A structure or union; <see cref="TypePlan.Name"/> followed by <c>Json</c> reads and writes it.</summary>
/// <param name="IsValidated">The model constrains it or something in it; <c>Validation</c> behind its name checks it.</param>
internal sealed record ShapeType(string Name, bool IsUnion, bool IsValidated) : TypePlan(Name, IsValueType: false);

/// <summary>Messages that arrive or leave one by one.</summary>
internal sealed record EventStreamType(ShapeType Event)
    : TypePlan($"IAsyncEnumerable<{Event.Name}>", IsValueType: false);
